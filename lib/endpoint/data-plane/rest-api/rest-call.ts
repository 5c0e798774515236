import type { IncomingMessage } from 'node:http';
import type {
  Snapshot,
  StoredIntegration,
  StoredMethod,
  StoredResource,
  StoredStage,
} from '../../services/apigateway/index.ts';
import { grouped, hopHeaders } from '../shared/request-parts.ts';
import { unseen } from './changed-headers.ts';
import type { ExecutionLog } from './execution-log.ts';

/** A header as it came: events show the caller's spelling. */
export interface SentHeader {
  readonly name: string;
  readonly values: string[];
}

/** A request to a deployed API, or a test of one under edit. */
export interface RestCall {
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly stageName: string;
  /** Undefined in a test, which has no stage. */
  readonly stage: StoredStage | undefined;
  readonly deploymentId: string;
  readonly snapshot: Snapshot;
  readonly isCanary: boolean;
  readonly variables: Readonly<Record<string, string>>;
  readonly method: string;
  /** Without the stage, percent-encoded as sent. */
  readonly path: string;
  /** With the stage or the base path. */
  readonly requestPath: string;
  /** Values by name, decoded. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, SentHeader>;
  readonly body: Uint8Array;
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly traceHeader: string;
  /** Of what the integration reaches, where the stage traces. */
  readonly backEndTraceHeader?: string;
  readonly nowMs: number;
  readonly sourceIp: string;
  readonly httpVersion: string;
  readonly domainName: string;
  readonly domainPrefix: string;
  /** Of a private API's address. */
  readonly vpcEndpointId: string | undefined;
  /** The VPC of that endpoint. */
  readonly vpcId: string | undefined;
  /** Who signed the request; undefined without a good signature. */
  readonly caller: () => Caller | undefined;
  readonly log: ExecutionLog;
  /** What stations on the way learn, for those after them. */
  readonly learned: Learned;
}

export interface Caller {
  readonly accountId: string;
  readonly accessKey: string;
}

/** A call whose method is found. */
export interface MethodCall extends RestCall {
  readonly resource: StoredResource;
  readonly methodRecord: StoredMethod;
  /** Percent-encoded as sent. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

export interface IntegratedCall extends MethodCall {
  readonly integration: StoredIntegration;
}

export interface Learned {
  resource?: StoredResource;
  /** Context of an authorizer, or `{ claims }`. */
  authorizer?: Readonly<Record<string, unknown>>;
  usageIdentifierKey?: string | undefined;
  /** That a Lambda authorizer gave, whatever it says of this call. */
  policy?: Readonly<Record<string, unknown>>;
  apiKey?: { readonly id: string; readonly value: string };
  iam?: Caller;
  authorizerMs?: number;
  integrationMs?: number;
  /** Where the stage's cache was asked. */
  cache?: 'hit' | 'miss';
  /** When it was called, by `performance.now`. */
  integrationFrom?: number;
  integrationUri?: string | undefined;
  integrationStatus?: number;
  /** Of an answer that was streamed. */
  streamedBytes?: number;
  /** Type and text of the gateway response, if the call ended with one. */
  error?: { readonly type: string; readonly message: string };
}

/** Headers of a request, without those of one hop, and with what a load balancer in front of AWS's gateway adds. */
export function sentHeaders(request: IncomingMessage, more: Readonly<Record<string, string>>) {
  const headers = new Map<string, SentHeader>();
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? '';
    const key = name.toLowerCase();
    if (hopHeaders.has(key) || unseen.has(key)) continue;
    const value = request.rawHeaders[index + 1] ?? '';
    const before = headers.get(key);
    if (before) before.values.push(value);
    else headers.set(key, { name, values: [value] });
  }
  for (const [name, value] of Object.entries(more))
    headers.set(name.toLowerCase(), { name, values: [value] });
  return headers;
}

/** Of a query; `;` separates as `&` does. A malformed escape stands for itself. */
export function queryOf(query: string): Map<string, string[]> {
  return query === '' ? new Map() : grouped(new URLSearchParams(query.replaceAll(';', '&')));
}

/** The last value of a header. */
export function headerOf(call: Pick<RestCall, 'headers'>, name: string): string | undefined {
  return call.headers.get(name.toLowerCase())?.values.at(-1);
}

/** A media type without its parameters, in lower case. */
export function mediaTypeOf(value: string | undefined): string {
  return (value ?? '').split(/[;,]/)[0]?.trim().toLowerCase() ?? '';
}
