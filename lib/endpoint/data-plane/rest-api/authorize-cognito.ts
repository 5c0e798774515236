import { parseArn } from '../../../shared/arn.ts';
import type { StoredAuthorizer } from '../../services/apigateway/index.ts';
import { scopesOf, textClaims, TokenProblem, verifyToken } from '../http-api/authorize-jwt.ts';
import type { IssuerKeys } from '../http-api/issuer-keys.ts';
import { withStageVariables } from '../integrations/integration.ts';
import { fitsExpression } from './authorize-lambda.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type MethodCall } from './rest-call.ts';

/**
 * Checks a token of one of the authorizer's user pools, by the keys that the pool publishes. Without scopes the method
 * wants an ID token, with scopes an access token. The authorizer's expression judges the client the token is for.
 */
export async function authorizeCognito(
  keys: IssuerKeys,
  authorizer: StoredAuthorizer,
  call: MethodCall,
): Promise<Refusal | undefined> {
  const header =
    /^method\.request\.header\.(.+)$/.exec(authorizer.identitySource ?? '')?.[1] ?? 'Authorization';
  const token = (headerOf(call, header) ?? '').replace(/^bearer\s+/i, '').trim();
  const issuers = (authorizer.providerARNs ?? []).flatMap((arn) =>
    issuerOf(withStageVariables(arn, call.variables)),
  );
  const issuer = issuers.find((one) => one === unverifiedIssuer(token));
  if (token === '' || issuer === undefined) return new Refusal('UNAUTHORIZED');
  try {
    const claims = await verifyToken(token, issuer, keys, call.nowMs);
    const wanted = call.methodRecord.authorizationScopes ?? [];
    const use = claims['token_use'];
    const isRight =
      wanted.length === 0 ? use !== 'access' : wanted.some((scope) => scopesOf(claims).includes(scope));
    const pattern = authorizer.identityValidationExpression;
    const client = claims.aud ?? claims['client_id'];
    if (pattern && !fitsExpression(pattern, String(client ?? ''))) return new Refusal('UNAUTHORIZED');
    if (!isRight) return new Refusal('UNAUTHORIZED');
    call.learned.authorizer = { claims: textClaims(claims) };
    return undefined;
  } catch (error) {
    if (!(error instanceof TokenProblem)) throw error;
    return error.message === 'the token has expired'
      ? new Refusal('UNAUTHORIZED', { message: 'The incoming token has expired' })
      : new Refusal('UNAUTHORIZED');
  }
}

function issuerOf(arn: string): string[] {
  const parsed = parseArn(arn);
  const pool = /userpool\/(.+)$/.exec(arn)?.[1];
  return parsed && pool !== undefined ? [`https://cognito-idp.${parsed.region}.amazonaws.com/${pool}`] : [];
}

/** Which issuer a token names; chosen among those that count before anything is believed. */
function unverifiedIssuer(token: string): string | undefined {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      iss?: unknown;
    } | null;
    return typeof payload?.iss === 'string' ? payload.iss : undefined;
  } catch {
    return undefined;
  }
}
