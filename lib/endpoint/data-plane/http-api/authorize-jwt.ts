import type { IncomingMessage } from 'node:http';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import type { StoredAuthorizer, StoredRoute } from '../../services/apigatewayv2/index.ts';
import type { Answer } from '../shared/answer.ts';
import { gatewayAnswer } from './gateway-answer.ts';
import type { IssuerKeys } from './issuer-keys.ts';

/** What events tell of a token; every claim is text. */
export interface JwtFacts {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

export type JwtOutcome =
  | { readonly kind: 'allowed'; readonly jwt: JwtFacts }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** Why a token is not good; its text is for the caller. */
export class TokenProblem extends Error {}

/** Checks a request's token as a route's JWT authorizer says. */
export async function authorizeJwt(
  request: { readonly headers: IncomingMessage['headers']; readonly query: string },
  route: StoredRoute,
  authorizer: StoredAuthorizer,
  keys: IssuerKeys,
  nowMs: number,
): Promise<JwtOutcome> {
  const token = tokenOf(request, authorizer.IdentitySource?.[0] ?? '');
  if (token === undefined) return refused(gatewayAnswer(401, { 'www-authenticate': 'Bearer' }));
  const { Issuer = '', Audience = [] } = authorizer.JwtConfiguration ?? {};
  let claims: JWTPayload;
  try {
    claims = await verifyToken(token, Issuer, keys, nowMs);
    assertAudience(claims, Audience);
  } catch (error) {
    if (!(error instanceof TokenProblem)) throw error;
    const reason = `Bearer scope="" error="invalid_token" error_description="${error.message}"`;
    return refused(gatewayAnswer(401, { 'www-authenticate': reason }));
  }
  const wanted = route.AuthorizationScopes ?? [];
  const has = scopesOf(claims);
  const matched = wanted.filter((scope) => has.includes(scope));
  if (wanted.length > 0 && matched.length === 0) {
    const reason = `Bearer scope="${wanted.join(' ')}" error="insufficient_scope" error_description="the token does not have the required scopes"`;
    return refused(gatewayAnswer(403, { 'www-authenticate': reason }));
  }
  return {
    kind: 'allowed',
    jwt: { claims: textClaims(claims), scopes: wanted.length > 0 ? matched : null },
  };
}

function refused(answer: Answer): JwtOutcome {
  return { kind: 'refused', answer };
}

function tokenOf(
  { headers, query }: { readonly headers: IncomingMessage['headers']; readonly query: string },
  source: string,
): string | undefined {
  const [, place, name = ''] = /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
  const value = place === 'header' ? headers[name.toLowerCase()] : new URLSearchParams(query).get(name);
  const token = (typeof value === 'string' ? value : '').replace(/^bearer(\s+|$)/i, '').trim();
  return token === '' ? undefined : token;
}

/** The claims of a token that its issuer signed and that is valid now. Rejects with TokenProblem for any other. */
export async function verifyToken(
  token: string,
  issuer: string,
  keys: IssuerKeys,
  nowMs: number,
): Promise<JWTPayload> {
  const options = {
    algorithms: ['RS256', 'RS384', 'RS512'],
    issuer,
    currentDate: new Date(nowMs),
  };
  const attempt = async (isFresh: boolean): Promise<JWTPayload> => {
    const keySet = await keys.of(issuer, isFresh).catch(() => {
      throw new TokenProblem('OIDC discovery endpoint communication error');
    });
    return (await jwtVerify(token, keySet, options)).payload;
  };
  try {
    const payload = await attempt(false).catch((error: unknown) => {
      if (error instanceof errors.JWKSNoMatchingKey) return attempt(true);
      throw error;
    });
    if (typeof payload.iat === 'number' && payload.iat * 1000 > nowMs)
      throw new TokenProblem('the token was issued in the future');
    return payload;
  } catch (error) {
    throw toProblem(error);
  }
}

/** Words for what the token lacks; those about audience and expiry are AWS's, the others are unconfirmed. */
function toProblem(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new TokenProblem('the token has expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const words: Record<string, string> = {
      iss: 'the token does not have a valid issuer',
      nbf: 'the token is not valid yet',
    };
    return new TokenProblem(words[error.claim] ?? `the claim ${error.claim} is invalid`);
  }
  if (error instanceof errors.JWKSNoMatchingKey)
    return new TokenProblem('the token was signed with an unknown key');
  if (error instanceof errors.JOSEError)
    return new TokenProblem('the token is malformed or its signature is invalid');
  return error;
}

/** `client_id` stands in for a token without `aud`, as access tokens of some issuers are. */
function assertAudience({ aud, client_id: clientId }: JWTPayload, allowed: readonly string[]): void {
  const given = aud ?? (typeof clientId === 'string' ? clientId : []);
  const audiences = typeof given === 'string' ? [given] : given;
  if (!audiences.some((audience) => allowed.includes(audience)))
    throw new TokenProblem('the token does not have a valid audience');
}

export function scopesOf({ scope, scp }: JWTPayload): string[] {
  const given = scope ?? scp;
  if (typeof given === 'string') return given.split(' ');
  return Array.isArray(given) ? given.map(String) : [];
}

/** Lists are written in brackets with spaces between, as AWS does. */
export function textClaims(claims: JWTPayload): Record<string, string> {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, text(value)]));
}
