import { CreateAuthorizerCommand, TestInvokeAuthorizerCommand } from '@aws-sdk/client-api-gateway';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { expect, test, vi } from 'vitest';
import type { StoredAuthorizer } from '../../../services/apigateway/index.ts';
import { authorizeCognito } from '../authorize-cognito.ts';
import type { Learned, MethodCall } from '../rest-call.ts';
import { FunctionFailure, functionUri, openRestPlane } from './harness.ts';

const nowMs = Date.parse('2026-02-03T00:00:00Z');
const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Pool';
const pool: StoredAuthorizer = {
  id: 'a',
  name: 'pool',
  type: 'COGNITO_USER_POOLS',
  providerARNs: ['arn:aws:cognito-idp:eu-west-1:000000000000:userpool/eu-west-1_Pool'],
  identitySource: 'method.request.header.Authorization',
};

async function openPool() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keySet = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] });
  const askedFor: string[] = [];
  const keys = {
    of(of: string) {
      askedFor.push(of);
      return Promise.resolve(keySet);
    },
  };
  const sign = (claims: JWTPayload): Promise<string> =>
    new SignJWT({ iss: issuer, aud: 'app', token_use: 'id', exp: nowMs / 1000 + 60, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(privateKey);
  /** The claims that the call goes on with, or what it is refused with. */
  async function ask(token: string | undefined, how: { scopes?: string[]; expression?: string } = {}) {
    const learned: Learned = {};
    const call = {
      headers: new Map(token === undefined ? [] : [['authorization', { name: 'A', values: [token] }]]),
      variables: {},
      methodRecord: { httpMethod: 'GET', methodResponses: {}, authorizationScopes: how.scopes ?? [] },
      nowMs,
      learned,
    } as unknown as MethodCall;
    const refusal = await authorizeCognito(
      keys,
      { ...pool, identityValidationExpression: how.expression },
      call,
    );
    return refusal ? `${refusal.type}: ${refusal.message}` : learned.authorizer;
  }
  return { sign, ask, askedFor };
}

const unauthorized = 'UNAUTHORIZED: Unauthorized';

test('Cognito: an ID token of the pool, or an access token with a scope of the method', async () => {
  const { sign, ask, askedFor } = await openPool();
  const id = await sign({ 'cognito:groups': ['a', 'b'], sub: 'me' });
  expect(await ask(`Bearer ${id}`)).toMatchObject({ claims: { sub: 'me', aud: 'app', token_use: 'id' } });
  expect(await ask(id, { scopes: ['pets/read'] })).toBe(unauthorized);
  const access = await sign({ token_use: 'access', aud: undefined, client_id: 'app', scope: 'pets/read x' });
  expect(await ask(access)).toBe(unauthorized);
  expect(await ask(access, { scopes: ['pets/write', 'pets/read'] })).toMatchObject({
    claims: { client_id: 'app' },
  });
  expect(new Set(askedFor)).toEqual(new Set([issuer]));
});

test('Cognito: nothing else', async () => {
  const { sign, ask, askedFor } = await openPool();
  for (const token of [
    undefined,
    '',
    'Bearer',
    'nonsense',
    'a.b.c',
    await sign({ iss: 'https://else.example' }),
  ])
    expect(await ask(token)).toBe(unauthorized);
  // Issuers that are not the pool's are asked for nothing.
  expect(askedFor).toEqual([]);
  const good = await sign({});
  expect(await ask(`${good.slice(0, -8)}AAAAAAAA`)).toBe(unauthorized);
  const other = await openPool();
  expect(await ask(await other.sign({}))).toBe(unauthorized);
  expect(await ask(await sign({ nbf: nowMs / 1000 + 60 }))).toBe(unauthorized);
  expect(await ask(await sign({ exp: nowMs / 1000 - 5 }))).toBe(
    'UNAUTHORIZED: The incoming token has expired',
  );
});

test('Cognito: the expression judges the client, all of it', async () => {
  const { sign, ask } = await openPool();
  const token = await sign({});
  expect(await ask(token, { expression: 'ap+' })).toMatchObject({ claims: { aud: 'app' } });
  expect(await ask(token, { expression: 'ap' })).toBe(unauthorized);
  const access = await sign({ token_use: 'access', aud: undefined, client_id: 'app', scope: 's' });
  expect(await ask(access, { scopes: ['s'], expression: 'other' })).toBe(unauthorized);
});

test('TestInvokeAuthorizer tells the policy and what the authorizer said', async () => {
  const policyOf = (Effect: string) => ({
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect, Resource: '*' }],
  });
  await using rest = await openRestPlane({
    auth(event) {
      const { authorizationToken: token } = event as { authorizationToken: string };
      if (token === 'broken') return new FunctionFailure({ errorMessage: 'no idea' });
      const effect = token === 'good' ? 'Allow' : 'Deny';
      return { principalId: 'me', policyDocument: policyOf(effect), context: { n: 5 } };
    },
  });
  const restApiId = await rest.createApi();
  const { id: authorizerId = '' } = await rest.client.send(
    new CreateAuthorizerCommand({
      restApiId,
      name: 'auth',
      type: 'TOKEN',
      authorizerUri: functionUri('auth'),
      identitySource: 'method.request.header.X-Token',
    }),
  );
  const ask = (token?: string) =>
    rest.client.send(
      new TestInvokeAuthorizerCommand({
        restApiId,
        authorizerId,
        ...(token !== undefined && { headers: { 'X-Token': token } }),
      }),
    );
  expect(await ask('good')).toMatchObject({
    clientStatus: 0,
    principalId: 'me',
    policy: JSON.stringify(policyOf('Allow')),
    authorization: { n: ['5'] },
  });
  // Each test asks the function anew: results are not kept.
  expect(await ask('bad')).toMatchObject({ clientStatus: 403, policy: JSON.stringify(policyOf('Deny')) });
  const broken = await ask('broken');
  expect(broken.clientStatus).toBe(500);
  expect(broken.log).toContain('the authorizer threw: no idea');
  expect((await ask()).clientStatus).toBe(401);
  expect(rest.invoked).toHaveLength(3);
  await expect(
    rest.client.send(new TestInvokeAuthorizerCommand({ restApiId, authorizerId: 'none' })),
  ).rejects.toMatchObject({ name: 'NotFoundException' });
});

test('an authorizer that hangs is waited for ten seconds', async () => {
  let tellAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (tellAsked = resolve));
  await using rest = await openRestPlane({
    auth: () => {
      tellAsked();
      return new Promise(() => undefined);
    },
  });
  const restApiId = await rest.createApi();
  const { id: authorizerId = '' } = await rest.client.send(
    new CreateAuthorizerCommand({
      restApiId,
      name: 'auth',
      type: 'TOKEN',
      authorizerUri: functionUri('auth'),
      identitySource: 'method.request.header.X-Token',
    }),
  );
  await rest.method(restApiId, '/guarded', 'GET', { method: { authorizationType: 'CUSTOM', authorizerId } });
  await rest.deploy(restApiId);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let answer: unknown;
    const call = rest.call(restApiId, '/dev/guarded', { headers: { 'x-token': 'a' } });
    void call.then((received) => (answer = received));
    await asked;
    await vi.advanceTimersByTimeAsync(9_900);
    expect(answer).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(await call).toMatchObject({
      status: 500,
      headers: { 'x-amzn-errortype': 'AuthorizerFailureException' },
    });
  } finally {
    vi.useRealTimers();
  }
});
