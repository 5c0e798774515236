import { describe, expect, it } from 'vitest';
import {
  backendOf,
  functionArnOf,
  functionOfArn,
  lambdaUriOf,
  readServiceUri,
  serviceUriOf,
} from './backend';
import type { RestIntegration } from './method';

const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders-read';
const integration = (part: Partial<RestIntegration>): RestIntegration => ({
  type: 'AWS_PROXY',
  httpMethod: 'POST',
  uri: '',
  credentials: '',
  connectionType: 'INTERNET',
  connectionId: '',
  integrationTarget: '',
  parameters: {},
  templates: {},
  passthroughBehavior: 'WHEN_NO_MATCH',
  contentHandling: '',
  timeoutMs: 29_000,
  cacheNamespace: '',
  cacheKeys: [],
  skipsVerification: false,
  transferMode: 'BUFFERED',
  responses: [],
  ...part,
});

describe('the back end of a method', () => {
  it('finds the function and its alias', () => {
    expect(functionArnOf(lambdaUriOf(`${arn}:prod`))).toBe(`${arn}:prod`);
    expect(lambdaUriOf(arn, true)).toMatch(
      /path\/2021-11-15\/functions\/arn:.*\/response-streaming-invocations$/,
    );
    expect(functionArnOf(lambdaUriOf(arn, true))).toBe(arn);
    expect(functionOfArn(`${arn}:prod`)).toEqual({ name: 'orders-read', qualifier: 'prod' });
    expect(functionOfArn(arn)).toEqual({ name: 'orders-read', qualifier: '' });
    expect(backendOf(integration({ uri: lambdaUriOf(arn) }))).toEqual({
      kind: 'lambda',
      name: 'orders-read',
      detail: '',
    });
  });
  it('keeps stage variables whole', () => {
    const stem = 'arn:aws:lambda:eu-west-1:123456789012:function:';
    expect(functionOfArn(`${stem}\${stageVariables.fn}`)).toEqual({
      name: '${stageVariables.fn}',
      qualifier: '',
    });
    expect(functionOfArn(`${stem}orders:\${stageVariables.alias}`)).toEqual({
      name: 'orders',
      qualifier: '${stageVariables.alias}',
    });
  });
  it('reads and writes the address of a service', () => {
    const text = 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders';
    const read = readServiceUri(text);
    expect(read).toEqual({
      region: 'us-east-1',
      service: 'sqs',
      subdomain: '',
      kind: 'path',
      target: '123456789012/orders',
    });
    expect(read && serviceUriOf(read, 'aws')).toBe(text);
    expect(readServiceUri('arn:aws:apigateway:us-east-1:bucket.s3:path/a')).toMatchObject({
      subdomain: 'bucket',
      service: 's3',
    });
    expect(readServiceUri('https://example.com')).toBeUndefined();
  });
  it('tells the kinds apart', () => {
    expect(backendOf(null).kind).toBe('none');
    expect(backendOf(integration({ type: 'MOCK' })).kind).toBe('mock');
    expect(backendOf(integration({ type: 'HTTP_PROXY', uri: 'https://a.example' })).kind).toBe('http');
    expect(backendOf(integration({ type: 'HTTP', connectionType: 'VPC_LINK', connectionId: 'v' })).kind).toBe(
      'vpc',
    );
    expect(
      backendOf(integration({ type: 'AWS', uri: 'arn:aws:apigateway:us-east-1:sqs:action/SendMessage' })),
    ).toEqual({ kind: 'aws', name: 'sqs', detail: 'SendMessage' });
  });
});
