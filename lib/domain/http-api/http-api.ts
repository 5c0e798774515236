import { functionArnOf, functionOfArn } from '../rest-api/backend.ts';

/** A route of an HTTP API. */
export interface HttpRoute {
  readonly id: string;
  /** `GET /orders/{id}` or `$default`. */
  readonly key: string;
  /** `ANY` for `$default`, which takes every method. */
  readonly method: string;
  /** `$default` has its own name in place of a path. */
  readonly path: string;
  readonly integrationId: string | undefined;
  /** AWS's word: `NONE`, `AWS_IAM`, `JWT` or `CUSTOM`. */
  readonly authorizationType: string;
  readonly authorizerId: string | undefined;
  readonly scopes: readonly string[];
  readonly operationName: string;
  /** Made by quick create: AWS manages it. */
  readonly isManaged: boolean;
}

/** `private`: through a VPC link. `service`: an AWS service by its subtype. */
export type HttpIntegrationKind = 'lambda' | 'http' | 'service' | 'private';

export interface HttpIntegration {
  readonly id: string;
  readonly kind: HttpIntegrationKind;
  /** As AWS has it: a function's ARN, an address, a listener's ARN. */
  readonly uri: string;
  /** Of HTTP back ends: the method they are called with. */
  readonly method: string;
  /** `SQS-SendMessage` and the like. */
  readonly subtype: string;
  readonly payloadVersion: string;
  readonly timeoutMs: number;
  readonly description: string;
  readonly credentialsArn: string;
  readonly connectionId: string;
  /** Name that a private back end's certificate is verified by; empty: plain HTTP. */
  readonly serverName: string;
  /** Unqualified or qualified; undefined where no function is called. */
  readonly functionArn: string | undefined;
  readonly requestParameters: Readonly<Record<string, string>>;
  /** By status code. */
  readonly responseParameters: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly isManaged: boolean;
}

export interface HttpAuthorizer {
  readonly id: string;
  readonly name: string;
  readonly type: 'JWT' | 'REQUEST';
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly identitySources: readonly string[];
  readonly functionArn: string | undefined;
  readonly payloadVersion: string;
  readonly hasSimpleResponses: boolean;
  readonly ttlSeconds: number;
}

/** Methods a route can name, in the order in which lists show them. */
export const routeMethods = ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** The parts of a route key. */
export function readRouteKey(key: string): { readonly method: string; readonly path: string } {
  const [, method = 'ANY', path = key] = /^([A-Z]+) (\/.*)$/s.exec(key) ?? [];
  return { method, path };
}

/** The function that a URI names, alone or inside of API Gateway's own ARN. */
export function functionArnOfUri(uri: string): string | undefined {
  const inner = functionArnOf(uri) ?? uri.replace(/\/invocations$/, '');
  return /^arn:[^:]+:lambda:[^:]*:[^:]*:function:/.test(inner) ? inner : undefined;
}

/** What an integration calls, in the words of a table: `orders:prod`, `GET https://…`, `SQS-SendMessage`. */
export function integrationName(integration: HttpIntegration): string {
  if (integration.kind === 'service') return integration.subtype;
  if (integration.functionArn === undefined) return integration.uri;
  const { name, qualifier } = functionOfArn(integration.functionArn);
  return qualifier === '' ? name : `${name}:${qualifier}`;
}
