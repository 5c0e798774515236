import { createHash, randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

// An OpenID provider for tests. Strict where a real one is (OpenID Connect Core 3.1, RFC 6749, RFC 7636, RFC 9207), so
// that a client which forgets a check or a parameter fails; and it lies when a test tells it to.

/** The one client that it knows. */
export const testClient = { id: 'lambdeck', secret: 'a secret/with: signs+' };

export interface TestPerson {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** How the provider misbehaves; each hook sees what would have been sent. */
export interface Lies {
  readonly discovery?: (document: Record<string, unknown>) => unknown;
  readonly claims?: (claims: JWTPayload) => JWTPayload;
  /** Signs with a key that it does not publish, under the name of the one it does. */
  readonly hasOtherKey?: boolean;
  readonly header?: { readonly alg: string };
  readonly userinfo?: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Answers of the authorization endpoint. */
  readonly redirect?: (parameters: URLSearchParams) => URLSearchParams;
  /** Answers a path with this status and text. */
  readonly answer?: { readonly path: string; readonly status: number; readonly body: string };
  /** Takes the request to this path and never answers. */
  readonly silent?: string;
}

export interface TestIssuer extends AsyncDisposable {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next; undefined is somebody who says no. */
  person: TestPerson | undefined;
  /** Claims told by the userinfo endpoint only. */
  userinfo: Record<string, unknown>;
  lies: Lies;
  /** `GET /authorize` of every request, in order. */
  readonly seen: string[];
}

interface Grant {
  readonly person: TestPerson;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string | null;
}

/** Opens the provider on loopback, on a free port unless one is given. */
export async function openTestIssuer(port = 0): Promise<TestIssuer> {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  const state: State = {
    url: '',
    clientId: testClient.id,
    clientSecret: testClient.secret,
    person: undefined,
    userinfo: {},
    lies: {},
    seen: [],
    grants: new Map(),
    tokens: new Map(),
    keys: { own: own.privateKey, other: other.privateKey, jwk },
  };
  const server = http.createServer((request, response) => {
    void answer(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

interface State extends Omit<TestIssuer, 'url' | typeof Symbol.asyncDispose> {
  url: string;
  readonly grants: Map<string, Grant>;
  readonly tokens: Map<string, TestPerson>;
  readonly keys: { readonly own: CryptoKey; readonly other: CryptoKey; readonly jwk: object };
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', state.url);
  state.seen.push(`${request.method} ${url.pathname}`);
  const { lies } = state;
  if (lies.silent === url.pathname) return;
  if (lies.answer?.path === url.pathname) send(response, lies.answer.status, lies.answer.body);
  else if (url.pathname === '/.well-known/openid-configuration') {
    send(response, 200, lies.discovery ? lies.discovery(discovery(state)) : discovery(state));
  } else if (url.pathname === '/keys') send(response, 200, { keys: [state.keys.jwk] });
  else if (url.pathname === '/authorize') authorize(state, url.searchParams, response);
  else if (url.pathname === '/token') await giveTokens(state, request, response);
  else if (url.pathname === '/userinfo') tellUserinfo(state, request, response);
  else send(response, 404, 'There is nothing here.');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const discovery = ({ url }: State) => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  jwks_uri: `${url}/keys`,
  userinfo_endpoint: `${url}/userinfo`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
});

/** There is no page: whoever the test named has signed in already. */
function authorize(state: State, query: URLSearchParams, response: ServerResponse): void {
  const redirectUri = query.get('redirect_uri') ?? '';
  const challenge = query.get('code_challenge') ?? '';
  const isRequest =
    query.get('client_id') === state.clientId &&
    query.get('response_type') === 'code' &&
    query.get('scope')?.split(' ').includes('openid') &&
    query.get('code_challenge_method') === 'S256' &&
    /^[\w-]{43}$/.test(challenge) &&
    (query.get('state') ?? '').length >= 16 &&
    /^https?:\/\/[^/]+\/sign-in\/callback$/.test(redirectUri);
  if (!isRequest) return send(response, 400, { error: 'invalid_request' });
  const back = new URLSearchParams({ state: query.get('state') ?? '', iss: state.url });
  if (state.person) {
    const code = randomUUID();
    state.grants.set(code, { person: state.person, redirectUri, challenge, nonce: query.get('nonce') });
    back.set('code', code);
  } else back.set('error', 'access_denied');
  const location = `${redirectUri}?${(state.lies.redirect?.(back) ?? back).toString()}`;
  response.writeHead(303, { location }).end();
}

async function giveTokens(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const encoded = (text: string) => new URLSearchParams({ text }).toString().slice(5);
  const credentials = `${encoded(state.clientId)}:${encoded(state.clientSecret)}`;
  if (request.headers.authorization !== `Basic ${Buffer.from(credentials).toString('base64')}`) {
    return send(response, 401, { error: 'invalid_client' });
  }
  const code = form.get('code') ?? '';
  const grant = state.grants.get(code);
  state.grants.delete(code); // Good for one exchange.
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (
    grant === undefined ||
    form.get('grant_type') !== 'authorization_code' ||
    form.get('redirect_uri') !== grant.redirectUri ||
    challenge !== grant.challenge
  ) {
    return send(response, 400, { error: 'invalid_grant' });
  }
  const accessToken = randomUUID();
  state.tokens.set(accessToken, grant.person);
  send(response, 200, {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: 60,
    id_token: await idToken(state, grant),
  });
}

function idToken(state: State, grant: Grant): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims: JWTPayload = {
    iss: state.url,
    aud: state.clientId,
    iat: now,
    exp: now + 300,
    ...(grant.nonce === null ? {} : { nonce: grant.nonce }),
    ...grant.person,
  };
  const { lies, keys } = state;
  const alg = lies.header?.alg ?? 'RS256';
  const key =
    alg === 'HS256' ? Buffer.from(state.clientSecret.padEnd(32)) : lies.hasOtherKey ? keys.other : keys.own;
  return new SignJWT(lies.claims?.(claims) ?? claims).setProtectedHeader({ alg, kid: 'own' }).sign(key);
}

function tellUserinfo(state: State, request: IncomingMessage, response: ServerResponse): void {
  const person = state.tokens.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
  if (!person) return send(response, 401, { error: 'invalid_token' });
  const claims = { ...person, ...state.userinfo };
  return send(response, 200, state.lies.userinfo?.(claims) ?? claims);
}
