import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateAuthorizerCommand,
  CreateRouteCommand,
  DeleteAuthorizerCommand,
  GetIntegrationsCommand,
  UpdateAuthorizerCommand,
} from '@aws-sdk/client-apigatewayv2';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientsFor, createNodeFunction, type Clients } from './clients.ts';
import { startProgram, type Program } from './program.ts';

let program: Program;
let clients: Clients;
let gateway: ApiGatewayV2Client;
let issuerServer: Server;
let issuer: string;
let privateKey: CryptoKey;
const published: JWK[] = [];
let documentsRead = 0;
let ApiId: string;
let AuthorizerId: string;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  privateKey = pair.privateKey;
  published.push({ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' });
  issuerServer = createServer((request, response) => {
    documentsRead += 1;
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration')
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    else if (request.url === '/keys') response.end(JSON.stringify({ keys: published }));
    else response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => issuerServer.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(issuerServer.address() as AddressInfo).port}`;

  program = await startProgram({
    environment: { LAMBDECK_LOOPBACK_INTEGRATIONS: 'on', LAMBDECK_SAMPLES: 'off' },
  });
  clients = clientsFor(program.ready.url);
  gateway = new ApiGatewayV2Client({
    endpoint: program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  await createNodeFunction(
    clients,
    'who',
    'export const handler = async (event) => ({ authorizer: event.requestContext.authorizer ?? null });',
  );
  await clients.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'who',
      StatementId: 'gateway',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
    }),
  );
  const api = await gateway.send(
    new CreateApiCommand({
      Name: 'guarded',
      ProtocolType: 'HTTP',
      Target: 'arn:aws:lambda:us-east-1:000000000000:function:who',
      RouteKey: 'GET /open',
    }),
  );
  ApiId = api.ApiId ?? '';
  const authorizer = await gateway.send(
    new CreateAuthorizerCommand({
      ApiId,
      Name: 'tokens',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: issuer, Audience: ['app'] },
    }),
  );
  AuthorizerId = authorizer.AuthorizerId ?? '';
  const { Items = [] } = await gateway.send(new GetIntegrationsCommand({ ApiId }));
  const guarded = {
    ApiId,
    AuthorizerId,
    AuthorizationType: 'JWT',
    Target: `integrations/${Items[0]?.IntegrationId}`,
  } as const;
  await gateway.send(new CreateRouteCommand({ ...guarded, RouteKey: 'GET /any' }));
  await gateway.send(
    new CreateRouteCommand({ ...guarded, RouteKey: 'GET /scoped', AuthorizationScopes: ['read', 'write'] }),
  );
}, 30_000);

afterAll(async () => {
  clients[Symbol.dispose]();
  gateway.destroy();
  issuerServer.closeAllConnections();
  issuerServer.close();
  await program[Symbol.asyncDispose]();
});

const seconds = () => Math.floor(Date.now() / 1000);

function sign(claims: JWTPayload, { key = privateKey, kid = 'one' } = {}): Promise<string> {
  return new SignJWT({ iss: issuer, aud: 'app', sub: 'u1', iat: seconds(), exp: seconds() + 60, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(key);
}

async function get(path: string, token?: string) {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: token };
  const response = await fetch(`${program.ready.url}/_aws/execute-api/${ApiId}${path}`, { headers });
  return {
    status: response.status,
    reason: response.headers.get('www-authenticate'),
    json: (await response.json()) as Record<string, unknown>,
  };
}

it('lets a valid token in, and tells the function of it', async () => {
  const { iat, exp } = { iat: seconds(), exp: seconds() + 60 };
  const token = await sign({ iat, exp, groups: ['a', 'b'], admin: true });
  const jwt = {
    claims: {
      iss: issuer,
      aud: 'app',
      sub: 'u1',
      iat: String(iat),
      exp: String(exp),
      groups: '[a b]',
      admin: 'true',
    },
    scopes: null,
  };
  for (const given of [`Bearer ${token}`, token])
    expect(await get('/any', given)).toMatchObject({ status: 200, json: { authorizer: { jwt } } });
  expect(await get('/open')).toMatchObject({ status: 200, json: { authorizer: null } });
});

it('keeps out what is no valid token, and says why', async () => {
  const other = await generateKeyPair('RS256');
  const hs = await new SignJWT({ iss: issuer, aud: 'app', exp: seconds() + 60 })
    .setProtectedHeader({ alg: 'HS256', kid: 'one' })
    .sign(new TextEncoder().encode(JSON.stringify(published[0])));
  const [head, body] = (await sign({})).split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const reasons: [string | undefined, string][] = [
    [undefined, 'Bearer'],
    ['Bearer ', 'Bearer'],
    [await sign({ aud: 'other' }), 'the token does not have a valid audience'],
    [await sign({ exp: seconds() - 5 }), 'the token has expired'],
    [await sign({ nbf: seconds() + 60 }), 'the token is not valid yet'],
    [await sign({ iat: seconds() + 60 }), 'the token was issued in the future'],
    [await sign({ iss: 'https://else.example' }), 'the token does not have a valid issuer'],
    [await sign({}, { key: other.privateKey }), 'the token is malformed or its signature is invalid'],
    [await sign({}, { key: other.privateKey, kid: 'two' }), 'the token was signed with an unknown key'],
    [hs, 'the token is malformed or its signature is invalid'],
    [`${none}.${body}.`, 'the token is malformed or its signature is invalid'],
    [`${head}.${body}`, 'the token is malformed or its signature is invalid'],
    ['nonsense', 'the token is malformed or its signature is invalid'],
  ];
  for (const [token, reason] of reasons) {
    const answer = await get('/any', token);
    expect([answer.status, answer.json, answer.reason]).toEqual([
      401,
      { message: 'Unauthorized' },
      reason === 'Bearer' ? reason : `Bearer scope="" error="invalid_token" error_description="${reason}"`,
    ]);
  }
});

it('asks for one of the scopes of the route', async () => {
  expect(await get('/scoped', await sign({ scope: 'read more' }))).toMatchObject({
    status: 200,
    json: { authorizer: { jwt: { scopes: ['read'] } } },
  });
  expect((await get('/scoped', await sign({ scp: ['write'] }))).status).toBe(200);
  const refused = await get('/scoped', await sign({ scope: 'reading' }));
  expect(refused).toMatchObject({ status: 403, json: { message: 'Forbidden' } });
  expect(refused.reason).toContain('error="insufficient_scope"');
});

it('takes client_id where there is no audience', async () => {
  const claims = { client_id: 'app' };
  const token = await new SignJWT({ iss: issuer, exp: seconds() + 60, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .sign(privateKey);
  expect((await get('/any', token)).status).toBe(200);
});

it('asks the issuer once, not for every token or unknown key', async () => {
  const before = documentsRead;
  for (let count = 0; count < 5; count += 1) {
    await get('/any', await sign({}));
    await get('/any', await sign({}, { kid: `made-up-${count}` }));
  }
  expect(documentsRead - before).toBe(0);
});

it('is closed when the issuer cannot be reached', async () => {
  const JwtConfiguration = { Issuer: 'http://127.0.0.1:1', Audience: ['app'] };
  await gateway.send(new UpdateAuthorizerCommand({ ApiId, AuthorizerId, JwtConfiguration }));
  const answer = await get('/any', await sign({}));
  expect(answer.status).toBe(401);
  expect(answer.reason).toContain('OIDC discovery endpoint communication error');
});

it('cannot be deleted while a route needs it, or be made without an issuer', async () => {
  await expect(gateway.send(new DeleteAuthorizerCommand({ ApiId, AuthorizerId }))).rejects.toThrow(
    'Cannot delete Authorizer because it is referenced by the following Routes',
  );
  const input = { ApiId, Name: 'a', IdentitySource: ['$request.header.Authorization'] };
  await expect(
    gateway.send(new CreateAuthorizerCommand({ ...input, AuthorizerType: 'JWT' })),
  ).rejects.toMatchObject({ name: 'BadRequestException' });
});
