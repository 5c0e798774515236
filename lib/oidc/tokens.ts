import 'server-only';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import * as z from 'zod';
import type { OidcSettings } from '@/lib/config-oidc';
import { askProvider, jsonOf } from '@/lib/oidc/provider-request';
import { ProviderError } from '@/lib/oidc/provider-error';
import type { Provider } from '@/lib/oidc/provider';

/** Clocks of two machines differ. */
const clockSkewSeconds = 60;
/** A token that was signed earlier than this was not made for the code that was exchanged just now. */
const tokenAge = '10m';

const tokens = z.object({ id_token: z.string().min(1), access_token: z.string().min(1).optional() });
const failure = z.object({ error: z.string().regex(/^[\w.-]{1,60}$/) });

/** What the provider says of a person, in a token or an answer that was verified. */
export type Claims = JWTPayload & { readonly sub: string };

export interface Exchange {
  readonly code: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly nonce: string;
}

/** Trades a code for what the provider says of the person, every signature and claim checked. Throws a ProviderError. */
export async function claimsOfCode(
  provider: Provider,
  settings: OidcSettings,
  exchange: Exchange,
): Promise<Claims> {
  const { idToken, accessToken } = await exchangeCode(provider, settings, exchange);
  const claims = await verifyIdToken(provider, settings, idToken, exchange.nonce);
  if (hasClaim(claims, settings.groupsClaim) || !provider.userinfoEndpoint || !accessToken) return claims;
  // Many providers keep their tokens small and tell groups only to who asks for them.
  return { ...(await userinfo(provider, provider.userinfoEndpoint, accessToken, claims.sub)), ...claims };
}

const hasClaim = (claims: Claims, name: string) =>
  claims[name.split('.')[0] ?? name] !== undefined || name in claims;

async function exchangeCode(
  provider: Provider,
  settings: OidcSettings,
  exchange: Exchange,
): Promise<{ idToken: string; accessToken: string | undefined }> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: exchange.code,
    redirect_uri: exchange.redirectUri,
    code_verifier: exchange.codeVerifier,
  });
  const headers: Record<string, string> = {};
  const { clientId, clientSecret } = settings;
  if (clientSecret !== undefined && !provider.takesSecretInForm) {
    headers.authorization = `Basic ${Buffer.from(`${formText(clientId)}:${formText(clientSecret)}`).toString('base64')}`;
  } else {
    form.set('client_id', clientId);
    if (clientSecret !== undefined) form.set('client_secret', clientSecret);
  }
  const answer = await askProvider(provider.tokenEndpoint, provider.issuer, { form, headers });
  const json = jsonOf(answer);
  if (answer.status !== 200) throw refusedExchange(answer.status, failure.safeParse(json).data?.error);
  const parsed = tokens.safeParse(json);
  if (!parsed.success) throw new ProviderError('untrusted', 'The provider gave no ID token for the code.');
  return { idToken: parsed.data.id_token, accessToken: parsed.data.access_token };
}

/** As RFC 6749 2.3.1 wants both halves of the header written. */
const formText = (text: string) => new URLSearchParams({ text }).toString().slice('text='.length);

function refusedExchange(status: number, error: string | undefined): ProviderError {
  const said = `The token endpoint answered with HTTP ${status}${error === undefined ? '' : ` (${error})`}.`;
  if (error === 'invalid_grant') return new ProviderError('stale', said);
  return new ProviderError(status >= 400 && status < 500 ? 'misconfigured' : 'unreachable', said);
}

async function verifyIdToken(
  provider: Provider,
  settings: OidcSettings,
  idToken: string,
  nonce: string,
): Promise<Claims> {
  const { payload } = await jwtVerify(idToken, provider.keys, {
    issuer: provider.issuer,
    audience: settings.clientId,
    algorithms: [...provider.signingAlgorithms],
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    clockTolerance: clockSkewSeconds,
    maxTokenAge: tokenAge,
  }).catch((error: unknown) => {
    throw refusedToken(error);
  });
  const { sub, aud, azp } = payload;
  if (payload.nonce !== nonce) throw untrusted('its nonce is that of another sign-in');
  const isForSeveral = Array.isArray(aud) && aud.length > 1;
  if ((azp !== undefined || isForSeveral) && azp !== settings.clientId)
    throw untrusted('it was made for another client');
  if (sub === undefined || !/^[^\p{C}]{1,255}$/u.test(sub)) throw untrusted('its subject cannot be read');
  return { ...payload, sub };
}

const untrusted = (why: string) => new ProviderError('untrusted', `The ID token was refused: ${why}.`);

function refusedToken(error: unknown): unknown {
  if (error instanceof errors.JWKSTimeout)
    return new ProviderError('unreachable', 'The provider did not send its keys.');
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired) {
    return untrusted(`claim ${error.claim}: ${error.reason}`);
  }
  if (error instanceof errors.JWKSInvalid)
    return new ProviderError('unreachable', 'The provider has no readable keys.');
  return error instanceof errors.JOSEError ? untrusted(error.code) : error;
}

async function userinfo(
  provider: Provider,
  address: string,
  accessToken: string,
  subject: string,
): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await askProvider(address, provider.issuer, { headers });
  if (answer.status !== 200) {
    throw new ProviderError('unreachable', `The userinfo endpoint answered with HTTP ${answer.status}.`);
  }
  const parsed = z.looseObject({ sub: z.string() }).safeParse(jsonOf(answer));
  if (!parsed.success)
    throw new ProviderError('untrusted', 'The userinfo endpoint did not answer with claims.');
  // Otherwise somebody else's groups could be put in (OpenID Connect Core 5.3.2).
  if (parsed.data.sub !== subject) {
    throw new ProviderError('untrusted', 'The userinfo endpoint answered for somebody else.');
  }
  return parsed.data;
}
