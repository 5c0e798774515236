import type { Cors, FunctionUrlConfig } from '@aws-sdk/client-lambda';
import type { InvocationOutcome } from '../../runtimes/launch.ts';
import { noSuchResource, resourceNotFound } from './errors.ts';
import { findVersion } from './function-access.ts';
import { prepareCall, runCall } from './invocation.ts';
import { functionArn, resolveTarget, type FunctionTarget } from './names.ts';
import type { LambdaParts } from './parts.ts';
import { isPermitted } from './policy-evaluation.ts';
import type { CorsSettings, FunctionUrlRecord } from './repository-urls.ts';
import type { RequestContext } from '../service.ts';
import { assertConstraints } from './rules/constraints.ts';
import { urlQualifierConstraints } from './rules/url-constraints.ts';
import { assertNotIsolated } from './rules/tenancy.ts';

interface Named {
  readonly FunctionName?: string | undefined;
  readonly Qualifier?: string | undefined;
}

/** The function or alias an operation on URLs is about; `$LATEST` and numbers are refused as qualifiers. */
export function resolveUrlTarget(input: Named, context: RequestContext, action: string): FunctionTarget {
  assertConstraints(urlQualifierConstraints, input);
  const target = resolveTarget(input, context, action);
  assertConstraints(urlQualifierConstraints, { Qualifier: target.qualifier });
  return target;
}

export function assertUrlOwner(parts: LambdaParts, { key, qualifier }: FunctionTarget): void {
  const owner = findVersion(parts.repository, key, qualifier);
  if (!owner) throw resourceNotFound('Function does not exist');
  assertNotIsolated(owner.settings, 'A function URL');
}

export function findUrlOrThrow(parts: LambdaParts, { key, qualifier }: FunctionTarget): FunctionUrlRecord {
  const url = parts.repository.urls.find(key, qualifier);
  if (!url) throw noSuchResource();
  return url;
}

/** An empty document asks for no CORS; members that were not sent stay away. */
export function toCorsSettings(cors: Cors | undefined): CorsSettings | undefined {
  const given = Object.entries(cors ?? {}).filter(([, value]) => value !== undefined);
  return given.length > 0 ? (Object.fromEntries(given) as CorsSettings) : undefined;
}

const loopbackPattern = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/;

/**
 * The host form, which every browser resolves to this machine; callers from elsewhere get the path form of the
 * address they use.
 */
export function urlOf(record: FunctionUrlRecord, baseUrl: string): string {
  const base = new URL(baseUrl);
  if (!loopbackPattern.test(base.hostname)) return `${baseUrl}/_aws/lambda-url/${record.urlId}/`;
  const port = base.port === '' ? '' : `:${base.port}`;
  return `${base.protocol}//${record.urlId}.lambda-url.${record.region}.localhost${port}/`;
}

/** What Get and List show; creation and updates leave some of it out. */
export function toUrlConfig(record: FunctionUrlRecord, baseUrl: string) {
  return {
    FunctionUrl: urlOf(record, baseUrl),
    FunctionArn: functionArn(record, record.alias),
    AuthType: record.authType,
    ...(record.cors && { Cors: toCors(record.cors) }),
    CreationTime: new Date(record.createdMs).toISOString(),
    LastModifiedTime: new Date(record.modifiedMs).toISOString(),
    InvokeMode: record.invokeMode ?? 'BUFFERED',
  } satisfies FunctionUrlConfig;
}

/** What creation and updates show: InvokeMode only once one was sent [rec]. */
export function toWrittenUrlConfig(record: FunctionUrlRecord, baseUrl: string) {
  const { InvokeMode: _, ...shown } = toUrlConfig(record, baseUrl);
  return { ...shown, ...(record.invokeMode && { InvokeMode: record.invokeMode }) };
}

function toCors(cors: CorsSettings): Cors {
  return JSON.parse(JSON.stringify(cors)) as Cors;
}

/** One HTTP request to a URL as the function gets it. */
export interface UrlCall {
  readonly payload: Uint8Array;
  readonly requestId: string;
  readonly traceHeader: string;
  readonly signal: AbortSignal;
  readonly onChunk?: (chunk: Uint8Array) => void;
  readonly onStreamStart?: (contentType: string) => void;
}

/** What the data plane of function URLs needs of this service. */
export interface FunctionUrls {
  byId(urlId: string): FunctionUrlRecord | undefined;
  /**
   * Whether the URL's function or alias exists and its policy lets the caller in. Callers of the owner's account need
   * no policy under AWS_IAM. `lambda:InvokeFunctionUrl` is enough: the second permission that AWS asks of new URLs
   * since October 2025 is not asked for, as for older ones.
   */
  mayCall(url: FunctionUrlRecord, callerAccount: string | undefined): boolean;
  /** Rejects with the ServiceError of a call that was refused, e.g. throttled. */
  invoke(url: FunctionUrlRecord, call: UrlCall): Promise<Exclude<InvocationOutcome, { kind: 'not-run' }>>;
}

export function createFunctionUrls(parts: LambdaParts): FunctionUrls {
  return {
    byId: (urlId) => parts.repository.urls.byId(urlId),

    mayCall(url, callerAccount) {
      if (!findVersion(parts.repository, url, url.alias)) return false;
      if (url.authType === 'AWS_IAM' && callerAccount === url.accountId) return true;
      if (url.authType === 'AWS_IAM' && callerAccount === undefined) return false;
      return isPermitted(parts.repository.policies.find(url, url.alias), {
        action: 'lambda:InvokeFunctionUrl',
        principal: callerAccount === undefined ? 'anonymous' : { account: callerAccount },
        values: { 'lambda:FunctionUrlAuthType': url.authType },
      });
    },

    async invoke(url, { payload, requestId, traceHeader, signal, onChunk, onStreamStart }) {
      const context: RequestContext = {
        accountId: url.accountId,
        region: url.region,
        requestId,
        headers: { 'x-amzn-trace-id': traceHeader },
        baseUrl: parts.endpointUrl,
        signal,
      };
      const input = { FunctionName: url.name, Qualifier: url.alias, Payload: payload };
      const call = prepareCall(input, context, parts);
      const request = { ...call.request, ...(onStreamStart && { onStreamStart }) };
      return runCall({ ...call, request }, parts, onChunk);
    },
  };
}
