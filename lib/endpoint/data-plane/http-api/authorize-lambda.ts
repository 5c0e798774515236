import { LRUCache } from 'lru-cache';
import type { StoredAuthorizer } from '../../services/apigatewayv2/index.ts';
import { withStageVariables, type IntegrationResult } from '../integrations/integration.ts';
import type { LambdaCall } from '../integrations/lambda.ts';
import { readPolicyAnswer } from '../shared/authorizer-policy.ts';
import { toEventV2 } from '../shared/event-v2.ts';
import type { AuthorizerFacts } from './authorizer-facts.ts';
import { toAuthorizerEventV1 } from './event-v1.ts';
import { apiArn, pathOfRoute, type HttpApiCall } from './open-call.ts';
import { expressionValue } from './expressions.ts';

/** What authorizers said, by stage, authorizer and identity; a policy is judged anew for each route. */
export type AuthorizerResults = LRUCache<string, string>;

export const newAuthorizerResults = (now: () => number): AuthorizerResults =>
  new LRUCache({
    maxSize: 16 * 1_048_576,
    sizeCalculation: (text, key) => text.length + key.length,
    perf: { now },
    // The clock of tests stands still between two calls.
    ttlResolution: 0,
  });

export type LambdaVerdict =
  | { readonly kind: 'allowed'; readonly authorizer: AuthorizerFacts }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 500; readonly reason?: string };

const timeoutMs = 10_000;

/** Asks a Lambda authorizer, or what it said before to the same identity. */
export async function authorizeLambda(
  doors: {
    readonly lambda: (call: LambdaCall) => Promise<IntegrationResult>;
    readonly results: AuthorizerResults;
  },
  authorizer: StoredAuthorizer,
  call: HttpApiCall,
): Promise<LambdaVerdict> {
  const identity = (authorizer.IdentitySource ?? []).map((source) => expressionValue(call, source) ?? '');
  if (identity.includes('')) return { kind: 'refused', status: 401 };
  const ttl = authorizer.AuthorizerResultTtlInSeconds ?? 0;
  // Without an identity there is nothing to keep a result by.
  const isKept = ttl > 0 && identity.length > 0;
  const key = resultKey(authorizer, call, identity);
  const known = isKept ? doors.results.get(key) : undefined;
  const said = known ?? (await ask(doors.lambda, authorizer, call, identity));
  if (typeof said !== 'string') return said;
  const verdict = judge(authorizer, call, said);
  const isFault = verdict.kind === 'refused' && verdict.status === 500;
  if (isKept && known === undefined && !isFault) doors.results.set(key, said, { ttl: ttl * 1000 });
  return verdict;
}

/** An authorizer that was changed says something else. */
function resultKey(authorizer: StoredAuthorizer, { api, stage }: HttpApiCall, identity: readonly string[]) {
  const { AuthorizerId, AuthorizerUri, AuthorizerPayloadFormatVersion, EnableSimpleResponses } = authorizer;
  const which = [AuthorizerId, AuthorizerUri, AuthorizerPayloadFormatVersion, EnableSimpleResponses];
  return `${stagePrefix(api.apiId, stage.name)}${JSON.stringify([...which, ...identity])}`;
}

const stagePrefix = (apiId: string, stageName: string): string => `${apiId}/${stageName}/`;

/** The stage's authorizers are asked anew. */
export function forgetResults(results: AuthorizerResults, apiId: string, stageName: string): void {
  const prefix = stagePrefix(apiId, stageName);
  for (const key of [...results.keys()]) if (key.startsWith(prefix)) results.delete(key);
}

function judge(authorizer: StoredAuthorizer, call: HttpApiCall, said: string): LambdaVerdict {
  if (authorizer.EnableSimpleResponses === true) {
    const answer = readSimple(said);
    if (!answer) return fault('the authorizer gave what is no simple response');
    return answer.isAuthorized
      ? { kind: 'allowed', authorizer: { kind: 'lambda', context: answer.context, principalId: undefined } }
      : { kind: 'refused', status: 403 };
  }
  const answer = readPolicyAnswer(said, routeArn(call));
  if (!answer) return fault('the authorizer gave what is no policy');
  const { isAllowed, context, principalId } = answer;
  return isAllowed
    ? { kind: 'allowed', authorizer: { kind: 'lambda', context, principalId } }
    : { kind: 'refused', status: 403 };
}

const fault = (reason: string): LambdaVerdict => ({ kind: 'refused', status: 500, reason });

/** `{"isAuthorized": true, "context": {…}}` */
function readSimple(said: string) {
  let value: unknown;
  try {
    value = JSON.parse(said);
  } catch {
    return undefined;
  }
  const { isAuthorized, context } = (value ?? {}) as { isAuthorized?: unknown; context?: unknown };
  if (typeof isAuthorized !== 'boolean') return undefined;
  const isObject = typeof context === 'object' && context !== null && !Array.isArray(context);
  return { isAuthorized, context: isObject ? (context as Record<string, unknown>) : {} };
}

async function ask(
  lambda: (call: LambdaCall) => Promise<IntegrationResult>,
  authorizer: StoredAuthorizer,
  call: HttpApiCall,
  identity: readonly string[],
): Promise<string | LambdaVerdict> {
  const answerWith = (body: Uint8Array) => ({ status: 200, headers: {}, cookies: [], body });
  let thrown: string | undefined;
  const startMs = performance.now();
  const result = await lambda({
    uri: withStageVariables(authorizer.AuthorizerUri ?? '', call.stage.variables),
    event: eventOf(authorizer, call, identity),
    traceHeader: call.facts.traceHeader,
    timeoutMs,
    source:
      authorizer.AuthorizerCredentialsArn === undefined
        ? { arn: `${apiArn(call)}/authorizers/${authorizer.AuthorizerId}`, account: call.api.accountId }
        : undefined,
    toAnswer: answerWith,
    toAnswerOfError(body) {
      thrown = errorMessage(body);
      return answerWith(body);
    },
  });
  call.learned.authorizerMs = Math.round(performance.now() - startMs);
  if (result.kind !== 'answered') return fault(result.reason);
  if (thrown === 'Unauthorized') return { kind: 'refused', status: 401 };
  if (thrown !== undefined) return fault(`the authorizer threw: ${thrown}`);
  return Buffer.from(result.answer.body).toString();
}

function eventOf(authorizer: StoredAuthorizer, call: HttpApiCall, identity: readonly string[]): object {
  const arn = routeArn(call);
  if (authorizer.AuthorizerPayloadFormatVersion === '1.0') {
    const { version, ...rest } = toAuthorizerEventV1(call.facts, pathOfRoute(call));
    const token = identity.join(',');
    const identitySource = { identitySource: token, authorizationToken: token };
    return { version, type: 'REQUEST', methodArn: arn, ...identitySource, ...rest };
  }
  const { body: _body, isBase64Encoded: _flag, version, ...rest } = toEventV2(call.facts);
  return { version, type: 'REQUEST', routeArn: arn, identitySource: identity, ...rest };
}

/** `arn:aws:execute-api:{region}:{account}:{api}/{stage}/{verb}/{path}`: what policies judge. */
function routeArn(call: HttpApiCall): string {
  return `${apiArn(call)}/${call.stage.name}/${call.facts.method}${call.routePath}`;
}

function errorMessage(payload: Uint8Array): string {
  try {
    const value = JSON.parse(Buffer.from(payload).toString()) as { errorMessage?: unknown } | null;
    return String(value?.errorMessage ?? '');
  } catch {
    return '';
  }
}
