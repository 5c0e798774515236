import { partitionOf } from '../../../shared/arn.ts';
import { withStageVariables, type IntegrationResult } from '../integrations/integration.ts';
import type { LambdaCall } from '../integrations/lambda.ts';
import type { Answer } from '../shared/answer.ts';
import { bytesOf, refusalOf, type BackEndAnswer } from './back-end.ts';
import { decodeBase64, isBinaryType } from './binary.ts';
import { mapParameters } from './map-parameters.ts';
import { lambdaProxyEvent } from './lambda-proxy-event.ts';
import { readLambdaProxyAnswer } from './lambda-proxy-answer.ts';
import { sourceText } from './parameter-sources.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type IntegratedCall, type MethodCall } from './rest-call.ts';

export type LambdaDoor = (call: LambdaCall) => Promise<IntegrationResult>;

export const defaultTimeoutMs = 29_000;

/** `arn:aws:execute-api:{region}:{account}:{api}/{stage}/{verb}/{path}`: what policies judge. */
export function methodArn(call: MethodCall, path = call.path): string {
  const owner = `arn:${partitionOf(call.region)}:execute-api:${call.region}:${call.accountId}`;
  return `${owner}:${call.apiId}/${call.stageName}/${call.method}${path}`;
}

/** The whole request to a function, and its answer as the function has it. */
export async function callLambdaProxy(lambda: LambdaDoor, call: IntegratedCall): Promise<Answer | Refusal> {
  const malformed = new Refusal('API_CONFIGURATION_ERROR', {
    status: 502,
    reason: 'Malformed Lambda proxy response',
  });
  // Nothing is mapped, and yet these are refused [rec].
  const mapped = mapParameters(call);
  if (mapped instanceof Refusal) return mapped;
  let read: ReturnType<typeof readLambdaProxyAnswer>;
  let isMalformed = false;
  const keep = (payload: Uint8Array): Answer | undefined => {
    read = readLambdaProxyAnswer(payload);
    isMalformed = read === undefined;
    return read?.answer;
  };
  const result = await invoke(lambda, call, lambdaProxyEvent(call), {
    toAnswer: keep,
    toAnswerOfError: () => {
      isMalformed = true;
      return undefined;
    },
  });
  if (result instanceof Refusal) return result;
  if (result.kind !== 'answered') return isMalformed ? malformed : refusalOf(result);
  call.learned.integrationStatus = 200;
  const { answer } = result;
  if (!read?.isBase64) return answer;
  if (!isBinaryType(call.snapshot.settings.binaryMediaTypes, headerOf(call, 'accept'))) return answer;
  const body = decodeBase64(read.answer.body);
  return body
    ? { ...answer, body }
    : new Refusal('API_CONFIGURATION_ERROR', { reason: 'the body is no base64' });
}

/** A function with templates before and after: selection patterns look at `errorMessage`. */
export async function callLambdaCustom(
  lambda: LambdaDoor,
  call: IntegratedCall,
  { body, isEvent }: { readonly body: string; readonly isEvent: boolean },
): Promise<BackEndAnswer | Refusal> {
  let event: unknown;
  try {
    event = body.trim() === '' ? {} : JSON.parse(body);
  } catch {
    const told = JSON.stringify({ message: 'Could not parse request body into json.' });
    return { status: 400, headers: {}, body: Buffer.from(told), selectBy: undefined };
  }
  let errorMessage: string | undefined;
  const result = await invoke(lambda, call, event, {
    isEvent,
    toAnswer: (payload) => ({ status: isEvent ? 202 : 200, headers: {}, cookies: [], body: payload }),
    toAnswerOfError: (payload) => {
      errorMessage = errorMessageIn(payload);
      return { status: 200, headers: {}, cookies: [], body: payload };
    },
  });
  if (result instanceof Refusal) return result;
  if (result.kind !== 'answered') return refusalOf(result);
  call.learned.integrationStatus = result.answer.status;
  const { status, headers, body: payload } = result.answer;
  return { status, headers, body: bytesOf(payload), selectBy: errorMessage };
}

/**
 * A mapping of this header names the tenant: https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation-invoke.html.
 * One that a template overrides is not looked at.
 */
export function tenantOf(call: IntegratedCall): string | undefined {
  const source = Object.entries(call.integration.requestParameters ?? {}).find(
    ([target]) => target.toLowerCase() === 'integration.request.header.x-amz-tenant-id',
  )?.[1];
  return source === undefined ? undefined : sourceText(call, source);
}

/** Whom the function's policy is asked about. A role stands in for the policy; `*` for the caller's. */
export function sourceOf(call: IntegratedCall): LambdaCall['source'] {
  if (call.integration.credentials !== undefined) return undefined;
  return { arn: methodArn(call, call.resource.path), account: call.accountId };
}

async function invoke(
  lambda: LambdaDoor,
  call: IntegratedCall,
  event: unknown,
  how: Pick<LambdaCall, 'toAnswer' | 'toAnswerOfError' | 'isEvent'>,
): Promise<IntegrationResult | Refusal> {
  const { integration } = call;
  if (integration.httpMethod !== 'POST')
    return new Refusal('API_CONFIGURATION_ERROR', { reason: 'functions are called by POST alone' });
  const uri = withStageVariables(integration.uri ?? '', call.variables);
  call.log.addData(() => `Endpoint request URI: ${uri}`);
  call.log.addData(() => `Endpoint request body after transformations: ${JSON.stringify(event)}`);
  call.log.addData(() => `Sending request to ${uri}`);
  const startMs = performance.now();
  const result = await lambda({
    uri,
    // Anything that JSON has, in spite of the type's name.
    event: event as object,
    traceHeader: call.backEndTraceHeader ?? call.traceHeader,
    timeoutMs: integration.timeoutInMillis ?? defaultTimeoutMs,
    tenantId: tenantOf(call),
    source: sourceOf(call),
    ...how,
  });
  call.learned.integrationMs = Math.round(performance.now() - startMs);
  // Lambda was reached and refused: for a caller that is no matter of the network.
  return result.kind === 'unavailable' && !result.isLate ? { ...result, kind: 'failed' } : result;
}

function errorMessageIn(payload: Uint8Array): string {
  try {
    const value = JSON.parse(Buffer.from(payload).toString()) as { errorMessage?: unknown } | null;
    return typeof value?.errorMessage === 'string' ? value.errorMessage : '';
  } catch {
    return '';
  }
}
