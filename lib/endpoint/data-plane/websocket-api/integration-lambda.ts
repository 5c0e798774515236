import { withStageVariables, type IntegrationResult } from '../integrations/integration.ts';
import type { LambdaCall } from '../integrations/lambda.ts';
import { readLambdaProxyAnswer } from '../rest-api/lambda-proxy-answer.ts';
import type { Answer } from '../shared/answer.ts';
import { refusalOf, textOf, type RouteAnswer } from './back-end.ts';
import { proxyEvent } from './events.ts';
import { Refusal } from './refusal.ts';
import { routeArn, type IntegratedCall } from './socket-call.ts';

export type LambdaDoor = (call: LambdaCall) => Promise<IntegrationResult>;

/** Hands the whole event to a function. Without a status code its answer is none. */
export async function callLambdaProxy(
  lambda: LambdaDoor,
  call: IntegratedCall,
): Promise<RouteAnswer | Refusal> {
  let isMalformed = false;
  const result = await invoke(lambda, call, proxyEvent(call), {
    toAnswer(payload): Answer | undefined {
      const answer = hasStatus(payload) ? readLambdaProxyAnswer(payload)?.answer : undefined;
      isMalformed = answer === undefined;
      return answer;
    },
    toAnswerOfError() {
      isMalformed = true;
      return undefined;
    },
  });
  if (result.kind !== 'answered')
    return isMalformed
      ? new Refusal('API_CONFIGURATION_ERROR', {
          status: 502,
          reason: `${result.reason} (malformed proxy response)`,
        })
      : refusalOf(result);
  const { status, headers, body } = result.answer;
  call.learned.answeredStatus = status;
  return { status, headers, body: textOf(body) };
}

function hasStatus(payload: Uint8Array): boolean {
  try {
    const value = JSON.parse(textOf(payload)) as { statusCode?: unknown } | null;
    return value?.statusCode !== undefined;
  } catch {
    return false;
  }
}

/** Calls a route's function and keeps how long it took. */
export async function invoke(
  lambda: LambdaDoor,
  call: IntegratedCall,
  event: unknown,
  how: Pick<LambdaCall, 'toAnswer' | 'toAnswerOfError' | 'isEvent'>,
): Promise<IntegrationResult> {
  const { integration, api } = call;
  const uri = withStageVariables(integration.IntegrationUri ?? '', call.stage.variables);
  call.log.addData(() => `Endpoint request URI: ${uri}`);
  call.log.addData(() => `Endpoint request body after transformations: ${JSON.stringify(event)}`);
  call.log.add(() => `Sending request to ${uri}`);
  const startMs = performance.now();
  const result = await lambda({
    uri,
    // Anything that JSON has, in spite of the type's name.
    event: event as object,
    traceHeader: call.traceHeader,
    timeoutMs: integration.TimeoutInMillis,
    // A role stands in for the function's own policy.
    source:
      integration.CredentialsArn === undefined ? { arn: routeArn(call), account: api.accountId } : undefined,
    ...how,
  });
  call.learned.integrationMs = Math.round(performance.now() - startMs);
  if (result.kind === 'answered') call.learned.integrationStatus = 200;
  return result;
}
