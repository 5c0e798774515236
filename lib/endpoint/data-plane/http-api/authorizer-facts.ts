import type { JwtFacts } from './authorize-jwt.ts';

/** What let a call in, for events, mappings and logs. */
export type AuthorizerFacts =
  | { readonly kind: 'jwt'; readonly jwt: JwtFacts }
  | {
      readonly kind: 'lambda';
      /** Numbers and booleans stay what they are. */
      readonly context: Readonly<Record<string, unknown>>;
      readonly principalId: string | undefined;
    }
  | { readonly kind: 'iam'; readonly accountId: string; readonly accessKey: string };

/** `requestContext.authorizer` of payload format 2.0; undefined for a route that is open to everybody. */
export function authorizerV2(facts: AuthorizerFacts | undefined): object | undefined {
  switch (facts?.kind) {
    case 'jwt':
      return { jwt: facts.jwt };
    case 'lambda':
      return { lambda: Object.keys(facts.context).length > 0 ? facts.context : null };
    case 'iam':
      return {
        iam: {
          accessKey: facts.accessKey,
          accountId: facts.accountId,
          callerId: facts.accountId,
          cognitoIdentity: null,
          principalOrgId: null,
          userArn: userArn(facts),
          userId: facts.accountId,
        },
      };
    default:
      return undefined;
  }
}

/** The same of payload format 1.0. */
export function authorizerV1(facts: AuthorizerFacts | undefined): object | undefined {
  if (facts?.kind === 'jwt') return facts.jwt;
  if (facts?.kind !== 'lambda') return undefined;
  const { context, principalId } = facts;
  return { claims: null, scopes: null, ...context, ...(principalId !== undefined && { principalId }) };
}

/** Members of `requestContext.identity` of payload format 1.0. */
export function identityV1(facts: AuthorizerFacts | undefined): Readonly<Record<string, string>> {
  if (facts?.kind !== 'iam') return {};
  const { accessKey, accountId } = facts;
  return { accessKey, accountId, caller: accountId, user: accountId, userArn: userArn(facts) };
}

function userArn({ accountId }: { readonly accountId: string }): string {
  return `arn:aws:iam::${accountId}:root`;
}
