import type { RestIntegration } from './method.ts';

/** What stands behind a method, as its node is drawn. */
export interface Backend {
  readonly kind: 'lambda' | 'http' | 'mock' | 'aws' | 'vpc' | 'none';
  /** Function name, address, service; empty for MOCK. */
  readonly name: string;
  /** Version or alias of a function; what else tells it apart. */
  readonly detail: string;
}

const lambdaUri =
  /^arn:([^:]+):apigateway:([^:]+):lambda:path\/\d{4}-\d{2}-\d{2}\/functions\/(.+)\/(?:response-streaming-)?invocations$/;

/** The URI under which API Gateway calls a function. `functionArn` may be qualified. Streams have one of their own. */
export function lambdaUriOf(functionArn: string, isStream = false): string {
  const [, partition = 'aws', , region = ''] = functionArn.split(':');
  const [version, call] = isStream
    ? ['2021-11-15', 'response-streaming-invocations']
    : ['2015-03-31', 'invocations'];
  return `arn:${partition}:apigateway:${region}:lambda:path/${version}/functions/${functionArn}/${call}`;
}

/** The function's ARN in an integration's URI, or undefined when it calls something else. */
export function functionArnOf(uri: string): string | undefined {
  return lambdaUri.exec(uri)?.[3];
}

/** Name and qualifier of a function ARN; both may hold `${stageVariables.x}`. */
export function functionOfArn(arn: string): { readonly name: string; readonly qualifier: string } {
  const [, rest = arn] = /:function:(.+)$/.exec(arn) ?? [];
  const [, name = rest, qualifier = ''] = /^((?:\$\{[^}]*\}|[^:$])+)(?::(.+))?$/.exec(rest) ?? [];
  return { name, qualifier };
}

/** The parts of an AWS service's URI: `arn:…:apigateway:{region}:{subdomain.service}:{action|path}/{rest}`. */
export interface ServiceUri {
  readonly region: string;
  readonly service: string;
  readonly subdomain: string;
  readonly kind: 'action' | 'path';
  readonly target: string;
}

const serviceUri = /^arn:[^:]+:apigateway:([^:]+):((?:[^:.]+\.)?)([^:.]+):(action|path)\/(.*)$/s;

export function readServiceUri(uri: string): ServiceUri | undefined {
  const match = serviceUri.exec(uri);
  if (!match) return undefined;
  const [, region = '', subdomain = '', service = '', kind = 'action', target = ''] = match;
  return { region, service, subdomain: subdomain.replace(/\.$/, ''), kind: kind as 'action', target };
}

export function serviceUriOf(uri: ServiceUri, partition: string): string {
  const host = uri.subdomain === '' ? uri.service : `${uri.subdomain}.${uri.service}`;
  return `arn:${partition}:apigateway:${uri.region}:${host}:${uri.kind}/${uri.target}`;
}

/** What an integration calls. */
export function backendOf(integration: RestIntegration | null): Backend {
  if (integration === null) return { kind: 'none', name: '', detail: '' };
  const { type, uri, connectionType, connectionId, httpMethod } = integration;
  if (type === 'MOCK') return { kind: 'mock', name: '', detail: '' };
  if (connectionType === 'VPC_LINK') return { kind: 'vpc', name: uri, detail: connectionId };
  if (type === 'HTTP' || type === 'HTTP_PROXY') return { kind: 'http', name: uri, detail: httpMethod };
  const arn = functionArnOf(uri);
  if (arn !== undefined) {
    const { name, qualifier } = functionOfArn(arn);
    return { kind: 'lambda', name, detail: qualifier };
  }
  const service = readServiceUri(uri);
  return service
    ? { kind: 'aws', name: service.service, detail: service.target }
    : { kind: 'aws', name: uri, detail: '' };
}
