import 'server-only';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { askProvider, jsonOf } from '@/lib/oidc/provider-request';
import { ProviderError } from '@/lib/oidc/provider-error';

/** What the provider says of itself is asked again after this long. */
const knownMs = 60 * 60 * 1000;

const names = z.array(z.string()).max(100).optional();
const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: names,
  id_token_signing_alg_values_supported: names,
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});
type Metadata = z.infer<typeof metadata>;

/** The provider as it described itself, checked. */
export interface Provider {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly userinfoEndpoint: string | undefined;
  /** Whether the client proves itself in the form instead of the header. */
  readonly takesSecretInForm: boolean;
  readonly signingAlgorithms: readonly string[];
  /** Whether every answer of the authorization endpoint says whose it is (RFC 9207). */
  readonly namesItself: boolean;
  readonly keys: JWTVerifyGetKey;
}

/** Signatures that only the provider can make; those by the client secret (`HS256`) are not among them. */
const asymmetric = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

let known: { readonly issuer: string; readonly until: number; readonly provider: Provider } | undefined;
let asking: { readonly issuer: string; readonly provider: Promise<Provider> } | undefined;

/**
 * The provider of an issuer. Asked when somebody wants to sign in, never at the start, and again after a failure;
 * whoever comes meanwhile waits for the same answer. Throws a ProviderError.
 */
export async function findProvider(issuer: string, nowMs = Date.now()): Promise<Provider> {
  if (known?.issuer === issuer && known.until > nowMs) return known.provider;
  if (asking?.issuer !== issuer) asking = { issuer, provider: discover(issuer) };
  const current = asking;
  try {
    const provider = await current.provider;
    known = { issuer, until: nowMs + knownMs, provider };
    return provider;
  } finally {
    if (asking === current) asking = undefined;
  }
}

async function discover(issuer: string): Promise<Provider> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await askProvider(address, issuer);
  if (answer.status !== 200) {
    throw new ProviderError('unreachable', `${address} answered with HTTP ${answer.status}.`);
  }
  const parsed = metadata.safeParse(jsonOf(answer));
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.');
    throw new ProviderError(
      'unreachable',
      `${address} did not answer with a provider's configuration${where ? ` (${where})` : ''}.`,
    );
  }
  if (parsed.data.issuer !== issuer) {
    throw new ProviderError(
      'untrusted',
      `${address} describes another issuer than LAMBDECK_OIDC_ISSUER, which has to be the same to the letter.`,
    );
  }
  return toProvider(parsed.data);
}

function toProvider(data: Metadata): Provider {
  const { origin, protocol } = new URL(data.issuer);
  const endpoints = [data.authorization_endpoint, data.token_endpoint, data.jwks_uri, data.userinfo_endpoint];
  for (const endpoint of endpoints) {
    if (endpoint === undefined) continue;
    const url = new URL(endpoint);
    // Plain http is for a provider on this machine alone, and then for nothing else.
    if (url.protocol !== 'https:' && !(protocol === 'http:' && url.origin === origin)) {
      throw new ProviderError(
        'untrusted',
        `The provider names ${url.origin}, which is neither its own nor https.`,
      );
    }
  }
  const methods = data.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const offered = data.id_token_signing_alg_values_supported ?? ['RS256'];
  return {
    issuer: data.issuer,
    authorizationEndpoint: data.authorization_endpoint,
    tokenEndpoint: data.token_endpoint,
    userinfoEndpoint: data.userinfo_endpoint,
    takesSecretInForm: !methods.includes('client_secret_basic') && methods.includes('client_secret_post'),
    signingAlgorithms: asymmetric.filter((name) => offered.includes(name)),
    namesItself: data.authorization_response_iss_parameter_supported === true,
    keys: keysAt(data.jwks_uri, data.issuer),
  };
}

/** The provider's keys, kept for ten minutes and read again for a key that is new, twice a minute at most. */
function keysAt(address: string, issuer: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(address), {
    [customFetch]: async (url: string) => {
      const answer = await askProvider(url, issuer);
      if (answer.status !== 200) {
        throw new ProviderError('unreachable', `${url} answered with HTTP ${answer.status}.`);
      }
      return new Response(answer.body, { headers: { 'content-type': 'application/json' } });
    },
  });
}
