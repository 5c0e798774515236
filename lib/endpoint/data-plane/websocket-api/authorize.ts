import { withStageVariables } from '../integrations/integration.ts';
import { readPolicyAnswer } from '../shared/authorizer-policy.ts';
import type { StoredAuthorizer } from '../../services/apigatewayv2/index.ts';
import { textOf } from './back-end.ts';
import { sourceText } from './context.ts';
import { authorizerEvent } from './events.ts';
import type { LambdaDoor } from './integration-lambda.ts';
import { Refusal } from './refusal.ts';
import type { Station } from './run-route.ts';
import { apiArn, routeArn, type RoutedCall } from './socket-call.ts';

const timeoutMs = 10_000;
/** AWS's bound of what an authorizer says. */
const answerBytesMax = 8192;

/** Who may connect; only `$connect` asks. */
export function createAuthorizeStation(lambda: LambdaDoor): Station {
  return (call) => {
    const { AuthorizationType: type = 'NONE', AuthorizerId } = call.route;
    if (type === 'NONE') return undefined;
    if (type === 'AWS_IAM') return authorizeIam(call);
    const authorizer = call.snapshot.authorizers.find((one) => one.AuthorizerId === AuthorizerId);
    return authorizer
      ? authorizeLambda(lambda, authorizer, call)
      : new Refusal('AUTHORIZER_CONFIGURATION_ERROR', { reason: `there is no authorizer ${AuthorizerId}` });
  };
}

/** Whoever signs with a key of the API's account may connect. */
function authorizeIam(call: RoutedCall): Refusal | undefined {
  const isSigned =
    call.headers.get('authorization')?.values.at(-1)?.startsWith('AWS4-') === true ||
    call.query.has('X-Amz-Signature');
  if (!isSigned) return new Refusal('MISSING_AUTHENTICATION_TOKEN');
  const signer = call.signer();
  if (!signer) return new Refusal('INVALID_SIGNATURE');
  call.learned.accessKey = signer.accessKey;
  return signer.accountId === call.api.accountId ? undefined : new Refusal('ACCESS_DENIED');
}

async function authorizeLambda(
  lambda: LambdaDoor,
  authorizer: StoredAuthorizer,
  call: RoutedCall,
): Promise<Refusal | undefined> {
  const values = (authorizer.IdentitySource ?? []).map((source) => sourceText(call, source) ?? '');
  if (values.includes('')) return new Refusal('UNAUTHORIZED');
  const said = await ask(lambda, authorizer, call);
  if (said instanceof Refusal) return said;
  const fault = (reason: string): Refusal => new Refusal('AUTHORIZER_CONFIGURATION_ERROR', { reason });
  if (Buffer.byteLength(said) > answerBytesMax)
    return fault(`the authorizer said more than ${answerBytesMax} bytes`);
  const answer = readPolicyAnswer(said, routeArn(call));
  if (!answer) return fault('the authorizer gave what is no policy');
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
  call: RoutedCall,
): Promise<string | Refusal> {
  let thrown: string | undefined;
  const startMs = performance.now();
  const answerWith = (body: Uint8Array) => ({ status: 200, headers: {}, cookies: [], body });
  const result = await lambda({
    uri: withStageVariables(authorizer.AuthorizerUri ?? '', call.stage.variables),
    event: authorizerEvent(call, routeArn(call)),
    traceHeader: call.traceHeader,
    timeoutMs,
    source:
      authorizer.AuthorizerCredentialsArn === undefined
        ? { arn: `${apiArn(call.api)}/authorizers/${authorizer.AuthorizerId}`, account: call.api.accountId }
        : undefined,
    toAnswer: answerWith,
    toAnswerOfError(body) {
      thrown = errorMessage(body);
      return answerWith(body);
    },
  });
  call.learned.authorizerMs = Math.round(performance.now() - startMs);
  if (result.kind !== 'answered') {
    const type = result.isLate ? 'AUTHORIZER_FAILURE' : 'AUTHORIZER_CONFIGURATION_ERROR';
    return new Refusal(type, { reason: result.reason });
  }
  call.learned.authorizerStatus = 200;
  if (thrown === 'Unauthorized') return new Refusal('UNAUTHORIZED');
  if (thrown !== undefined)
    return new Refusal('AUTHORIZER_CONFIGURATION_ERROR', { reason: `the authorizer threw: ${thrown}` });
  return textOf(result.answer.body);
}

function errorMessage(payload: Uint8Array): string {
  try {
    const value = JSON.parse(textOf(payload)) as { errorMessage?: unknown } | null;
    return String(value?.errorMessage ?? '');
  } catch {
    return '';
  }
}
