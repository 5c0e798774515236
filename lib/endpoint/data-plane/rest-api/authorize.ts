import type { Station } from './answer-call.ts';
import { authorizeCognito } from './authorize-cognito.ts';
import { authorizeLambda, type AuthorizerResults } from './authorize-lambda.ts';
import type { IssuerKeys } from '../http-api/issuer-keys.ts';
import { methodArn, type LambdaDoor } from './integration-lambda.ts';
import { Refusal } from './refusal.ts';
import { askResourcePolicy } from './resource-policy.ts';
import { headerOf, type MethodCall } from './rest-call.ts';

export interface AuthorizeParts {
  readonly lambda: LambdaDoor;
  readonly results: AuthorizerResults;
  readonly keys: IssuerKeys;
}

/** The resource policy and the method's own authorisation, joined as AWS joins them. */
export function createAuthorizeStation(parts: AuthorizeParts): Station {
  return async (call) => {
    const { authorizationType = 'NONE', authorizerId = '' } = call.methodRecord;
    if (authorizationType === 'AWS_IAM') return authorizeIam(call);
    const verdict = askResourcePolicy(call);
    if (verdict === 'deny') return denied(call, 'anonymous', true);
    if (authorizationType === 'NONE')
      return verdict === 'silent' ? denied(call, 'anonymous', false) : undefined;
    const authorizer = call.snapshot.authorizers[authorizerId];
    if (!authorizer)
      return new Refusal('AUTHORIZER_CONFIGURATION_ERROR', {
        reason: `there is no authorizer ${authorizerId}`,
      });
    if (authorizationType === 'CUSTOM') return authorizeLambda(parts, authorizer, call);
    if (authorizationType !== 'COGNITO_USER_POOLS')
      return new Refusal('AUTHORIZER_CONFIGURATION_ERROR', { reason: `unknown type ${authorizationType}` });
    if (verdict === 'silent') return denied(call, 'anonymous', false);
    return authorizeCognito(parts.keys, authorizer, call);
  };
}

/** Whoever signs with a key of the API's account may call it; others need the API's policy. */
function authorizeIam(call: MethodCall): Refusal | undefined {
  const isSigned =
    headerOf(call, 'authorization')?.startsWith('AWS4-HMAC-SHA256') === true ||
    call.query.has('X-Amz-Signature');
  if (!isSigned) return new Refusal('MISSING_AUTHENTICATION_TOKEN');
  const caller = call.caller();
  if (!caller) return new Refusal('INVALID_SIGNATURE');
  call.learned.iam = caller;
  const verdict = askResourcePolicy(call);
  const isAllowed = verdict === 'allow' || (verdict !== 'deny' && caller.accountId === call.accountId);
  return isAllowed ? undefined : denied(call, `arn:aws:iam::${caller.accountId}:root`, verdict === 'deny');
}

function denied(call: MethodCall, who: string, isExplicit: boolean): Refusal {
  const text = `User: ${who} is not authorized to perform: execute-api:Invoke on resource: ${masked(methodArn(call))}`;
  return new Refusal('ACCESS_DENIED', { message: isExplicit ? `${text} with an explicit deny` : text });
}

/** AWS shows four digits of an account. */
function masked(arn: string): string {
  return arn.replace(/:\d{8}(\d{4}):/, ':********$1:');
}
