import { LRUCache } from 'lru-cache';
import { partitionOf } from '../../../shared/arn.ts';
import type { StoredAuthorizer } from '../../services/apigateway/index.ts';
import { withStageVariables } from '../integrations/integration.ts';
import { readPolicyAnswer } from '../shared/authorizer-policy.ts';
import { contextOf, contextText } from './context.ts';
import { methodArn, type LambdaDoor } from './integration-lambda.ts';
import { requestContext, requestMembers } from './lambda-proxy-event.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type MethodCall } from './rest-call.ts';
import { javaRegex } from './vtl/java-regex.ts';
import { TemplateError } from './vtl/values.ts';
import { withinMsOfWork } from './vtl/watchdog.ts';

/** Results of authorizers by stage, authorizer and identity; the policy is judged anew for each method. */
export type AuthorizerResults = LRUCache<string, string>;

export const newAuthorizerResults = (now: () => number): AuthorizerResults =>
  new LRUCache({
    maxSize: 16 * 1_048_576,
    sizeCalculation: (text, key) => text.length + key.length,
    perf: { now },
    // The clock of tests stands still between two calls.
    ttlResolution: 0,
  });

const timeoutMs = 10_000;

export const resultPrefix = (apiId: string, stageName: string): string => `${apiId}/${stageName}/`;

/** Asks a TOKEN or REQUEST authorizer; lets the call pass by leaving what it said in `learned`. */
export async function authorizeLambda(
  { lambda, results }: { readonly lambda: LambdaDoor; readonly results: AuthorizerResults },
  authorizer: StoredAuthorizer,
  call: MethodCall,
): Promise<Refusal | undefined> {
  const identity = identityOf(authorizer, call);
  if (!identity) return new Refusal('UNAUTHORIZED');
  const ttl = authorizer.authorizerResultTtlInSeconds ?? 300;
  // Without an identity there is nothing to keep a result by.
  const isKept = ttl > 0 && identity.length > 0 && call.stage !== undefined;
  const key = `${resultPrefix(call.apiId, call.stageName)}${JSON.stringify([authorizer.id, ...identity])}`;
  const known = isKept ? results.get(key) : undefined;
  const said = known ?? (await ask(lambda, authorizer, call, identity));
  if (said instanceof Refusal) return said;
  const answer = readPolicyAnswer(said, methodArn(call));
  if (!answer)
    return new Refusal('AUTHORIZER_CONFIGURATION_ERROR', { reason: 'the authorizer gave what is no policy' });
  if (isKept && known === undefined) results.set(key, said, { ttl: ttl * 1000 });
  call.learned.policy = answer.document;
  if (!answer.isAllowed) {
    const { message } = new Refusal('ACCESS_DENIED');
    return new Refusal('ACCESS_DENIED', {
      message: answer.isDenied ? `${message} with an explicit deny` : message,
    });
  }
  const context = Object.entries(answer.context).map(([name, value]) => [name, String(value)]);
  call.learned.authorizer = { ...Object.fromEntries(context), principalId: answer.principalId };
  call.learned.usageIdentifierKey = answer.usageIdentifierKey;
  return undefined;
}

async function ask(
  lambda: LambdaDoor,
  authorizer: StoredAuthorizer,
  call: MethodCall,
  identity: readonly string[],
): Promise<string | Refusal> {
  const owner = `arn:${partitionOf(call.region)}:execute-api:${call.region}:${call.accountId}:${call.apiId}`;
  let thrown: string | undefined;
  const startMs = performance.now();
  const result = await lambda({
    uri: withStageVariables(authorizer.authorizerUri ?? '', call.variables),
    event: eventOf(authorizer, call, identity),
    traceHeader: call.traceHeader,
    timeoutMs,
    source:
      authorizer.authorizerCredentials === undefined
        ? { arn: `${owner}/authorizers/${authorizer.id}`, account: call.accountId }
        : undefined,
    toAnswer: (body) => ({ status: 200, headers: {}, cookies: [], body }),
    toAnswerOfError: (body) => {
      thrown = errorMessage(body);
      return { status: 200, headers: {}, cookies: [], body };
    },
  });
  call.learned.authorizerMs = Math.round(performance.now() - startMs);
  if (result.kind !== 'answered') {
    const type = result.isLate ? 'AUTHORIZER_FAILURE' : 'AUTHORIZER_CONFIGURATION_ERROR';
    return new Refusal(type, { reason: result.reason });
  }
  if (thrown === 'Unauthorized') return new Refusal('UNAUTHORIZED');
  if (thrown !== undefined)
    return new Refusal('AUTHORIZER_CONFIGURATION_ERROR', { reason: `the authorizer threw: ${thrown}` });
  return Buffer.from(result.answer.body).toString();
}

function eventOf(authorizer: StoredAuthorizer, call: MethodCall, identity: readonly string[]): object {
  const arn = methodArn(call);
  if (authorizer.type === 'TOKEN')
    return { type: 'TOKEN', methodArn: arn, authorizationToken: identity[0] ?? '' };
  return {
    type: 'REQUEST',
    methodArn: arn,
    resource: call.resource.path,
    path: call.path,
    httpMethod: call.method,
    ...requestMembers(call),
    requestContext: requestContext(call),
  };
}

/** Values of the identity sources; undefined when one is missing or a token does not look like one. */
function identityOf(authorizer: StoredAuthorizer, call: MethodCall): string[] | undefined {
  const sources = (authorizer.identitySource ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const values = sources.map((source) => {
    const [, place, name = ''] = /^method\.request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
    if (place === 'header') return headerOf(call, name) ?? '';
    if (place === 'querystring') return call.query.get(name)?.at(-1) ?? '';
    const [, variable] = /^stageVariables\.(.+)$/.exec(source) ?? [];
    if (variable !== undefined)
      return Object.hasOwn(call.variables, variable) ? (call.variables[variable] ?? '') : '';
    return contextText(contextOf(call), source.replace(/^\$?context\./, '')) ?? '';
  });
  const pattern = authorizer.identityValidationExpression;
  if (values.includes('') || (authorizer.type === 'TOKEN' && values.length === 0)) return undefined;
  return pattern && authorizer.type === 'TOKEN' && !fitsExpression(pattern, values[0] ?? '')
    ? undefined
    : values;
}

/** Whether all of a text fits an authorizer's expression; not, when finding out takes too long. */
export function fitsExpression(pattern: string, token: string): boolean {
  try {
    const regex = javaRegex(`^(?:${pattern})$`, '');
    return withinMsOfWork(
      250,
      () => regex.test(token),
      () => new TemplateError('the expression took too long'),
    );
  } catch (error) {
    if (error instanceof TemplateError) return false;
    throw error;
  }
}

function errorMessage(payload: Uint8Array): string {
  try {
    const value = JSON.parse(Buffer.from(payload).toString()) as { errorMessage?: unknown } | null;
    return String(value?.errorMessage ?? '');
  } catch {
    return '';
  }
}
