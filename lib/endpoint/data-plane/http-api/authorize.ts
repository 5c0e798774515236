import type { IncomingMessage } from 'node:http';
import type { IntegrationResult } from '../integrations/integration.ts';
import type { LambdaCall } from '../integrations/lambda.ts';
import type { Answer } from '../shared/answer.ts';
import { authorizeJwt } from './authorize-jwt.ts';
import { authorizeLambda, type AuthorizerResults } from './authorize-lambda.ts';
import type { AuthorizerFacts } from './authorizer-facts.ts';
import { gatewayAnswer } from './gateway-answer.ts';
import type { IssuerKeys } from './issuer-keys.ts';
import type { HttpApiCall } from './open-call.ts';

export interface AuthorizeDoors {
  readonly lambda: (call: LambdaCall) => Promise<IntegrationResult>;
  readonly results: AuthorizerResults;
  readonly keys: IssuerKeys;
  readonly now: () => number;
}

/** Who signed a request; undefined without a good signature. */
export type Signer = () => { readonly accountId: string; readonly accessKey: string } | undefined;

export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'allowed'; readonly authorizer: AuthorizerFacts }
  | { readonly kind: 'refused'; readonly answer: Answer; readonly reason?: string | undefined };

/** Asks whatever keeps the route: nobody, an issuer's token, a function, or a signature. */
export async function authorize(
  doors: AuthorizeDoors,
  request: IncomingMessage,
  signer: Signer,
  call: HttpApiCall,
): Promise<Access> {
  const { route } = call.match;
  const { AuthorizationType: type = 'NONE' } = route;
  if (type === 'NONE') return { kind: 'open' };
  if (type === 'AWS_IAM') return authorizeIam(signer, call);
  const authorizer = call.snapshot.authorizers.find(
    ({ AuthorizerId }) => AuthorizerId === route.AuthorizerId,
  );
  // It cannot be deployed so; whatever the reason, such a route is closed.
  if (!authorizer)
    return { kind: 'refused', answer: gatewayAnswer(500), reason: 'the authorizer is missing' };
  if (type === 'JWT') {
    const asked = { headers: request.headers, query: call.facts.query };
    const outcome = await authorizeJwt(asked, route, authorizer, doors.keys, doors.now());
    return outcome.kind === 'allowed'
      ? { kind: 'allowed', authorizer: { kind: 'jwt', jwt: outcome.jwt } }
      : outcome;
  }
  const verdict = await authorizeLambda(doors, authorizer, call);
  return verdict.kind === 'allowed'
    ? verdict
    : { kind: 'refused', answer: gatewayAnswer(verdict.status), reason: verdict.reason };
}

/** Whoever signs with a key of the API's own account may call it. */
function authorizeIam(signer: Signer, { api }: HttpApiCall): Access {
  const caller = signer();
  return caller?.accountId === api.accountId
    ? { kind: 'allowed', authorizer: { kind: 'iam', ...caller } }
    : { kind: 'refused', answer: gatewayAnswer(403) };
}
