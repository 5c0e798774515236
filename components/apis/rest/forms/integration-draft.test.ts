import { describe, expect, it } from 'vitest';
import { lambdaUriOf } from '@/lib/domain/rest-api/backend';
import { newIntegration } from '@/lib/domain/rest-api/integration';
import { fromIntegrationDraft, integrationProblems, toIntegrationDraft } from './integration-draft';

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:orders';
const region = 'us-east-1';

describe('the draft of an integration', () => {
  it.each([
    { ...newIntegration, uri: lambdaUriOf(`${arn}:prod`) },
    { ...newIntegration, uri: lambdaUriOf(`${arn}:\${stageVariables.alias}`) },
    { ...newIntegration, uri: lambdaUriOf(arn, true), transferMode: 'STREAM', timeoutMs: 900_000 },
    { ...newIntegration, type: 'HTTP', httpMethod: 'PATCH', uri: 'https://a.example/{id}', timeoutMs: 500 },
    {
      ...newIntegration,
      type: 'AWS',
      httpMethod: 'POST',
      uri: 'arn:aws:apigateway:us-east-1:sqs:path/000000000000/q',
      credentials: 'arn:aws:iam::000000000000:role/r',
    },
    { ...newIntegration, type: 'MOCK', httpMethod: '', templates: { 'application/json': '{}' } },
    {
      ...newIntegration,
      type: 'HTTP_PROXY',
      httpMethod: 'ANY',
      uri: 'https://a.example',
      connectionType: 'VPC_LINK',
      connectionId: 'abc',
      cacheKeys: ['method.request.path.id'],
      parameters: { 'integration.request.path.id': 'method.request.path.id' },
    },
  ])('goes there and back: $type $uri', (values) => {
    const draft = toIntegrationDraft(values, region);
    expect(fromIntegrationDraft(draft)).toEqual(values);
    expect(integrationProblems(draft)).toEqual([]);
  });
  it('splits the alias off', () => {
    expect(toIntegrationDraft({ ...newIntegration, uri: lambdaUriOf(`${arn}:prod`) }, region)).toMatchObject({
      kind: 'lambda',
      functionArn: arn,
      qualifier: 'prod',
      isTyped: false,
    });
  });
  it('names what is missing', () => {
    const draft = toIntegrationDraft(newIntegration, region);
    expect(integrationProblems(draft)).toEqual(['function']);
    expect(integrationProblems({ ...draft, kind: 'http', url: 'ftp://x', timeout: '1s' })).toEqual([
      'urlBad',
      'timeout',
    ]);
    expect(integrationProblems({ ...draft, kind: 'http', url: 'http://${stageVariables.host}/x' })).toEqual(
      [],
    );
    expect(integrationProblems({ ...draft, kind: 'aws', timeout: '300001' })).toEqual([
      'service',
      'target',
      'timeoutRange',
    ]);
  });
});
