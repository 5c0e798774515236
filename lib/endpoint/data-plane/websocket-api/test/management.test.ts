import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSocketPlane } from './harness.ts';

let plane: Awaited<ReturnType<typeof openSocketPlane>>;
let apiId: string;
let manager: ApiGatewayManagementApiClient;
let duringConnect: string | undefined;

const managerOf = (endpoint: string, accessKeyId = '000000000000') =>
  new ApiGatewayManagementApiClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey: 'test' },
    maxAttempts: 1,
  });

const failureOf = async (work: Promise<unknown>) => {
  const error = (await work.then(
    () => undefined,
    (caught: unknown) => caught,
  )) as (Error & { $metadata?: { httpStatusCode?: number } }) | undefined;
  return `${error?.name} ${error?.$metadata?.httpStatusCode}`;
};

beforeAll(async () => {
  plane = await openSocketPlane({
    echo: async ({ requestContext: { eventType, connectionId } }) => {
      if (eventType === 'CONNECT')
        duringConnect = await failureOf(
          manager.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'early' })),
        );
      return { statusCode: 200 };
    },
  });
  apiId = await plane.serve({ $connect: {}, $disconnect: {}, $default: {} });
  manager = managerOf(`http://127.0.0.1:${plane.port}/_aws/execute-api/${apiId}/dev`);
});
afterAll(async () => {
  manager.destroy();
  await plane[Symbol.asyncDispose]();
});

async function opened() {
  const before = plane.invoked.length;
  const client = await plane.open(apiId, '/dev', { headers: { 'user-agent': 'me' } });
  const id = plane.invoked[before]?.requestContext.connectionId ?? '';
  return { client, id };
}

it('posts to a client, which is not there before $connect has answered', async () => {
  const { client, id } = await opened();
  expect(duringConnect).toBe('GoneException 410');
  const { $metadata } = await manager.send(
    new PostToConnectionCommand({ ConnectionId: id, Data: Buffer.from('{"hello":"世界"}') }),
  );
  expect($metadata.httpStatusCode).toBe(200);
  expect(await client.next()).toBe('{"hello":"世界"}');
  const whole = 'x'.repeat(131_072);
  await manager.send(new PostToConnectionCommand({ ConnectionId: id, Data: whole }));
  expect(await client.next()).toBe(whole);
  expect(
    await failureOf(manager.send(new PostToConnectionCommand({ ConnectionId: id, Data: `${whole}x` }))),
  ).toBe('PayloadTooLargeException 413');
});

it('describes a connection', async () => {
  const { client, id } = await opened();
  const connectedAt = new Date(plane.clock.now());
  plane.clock.advance(60_000);
  client.send('{}');
  await plane.called(
    ({ requestContext }) => requestContext.connectionId === id && requestContext.eventType === 'MESSAGE',
  );
  expect(await manager.send(new GetConnectionCommand({ ConnectionId: id }))).toMatchObject({
    ConnectedAt: connectedAt,
    Identity: { SourceIp: '127.0.0.1', UserAgent: 'me' },
    LastActiveAt: new Date(plane.clock.now()),
  });
});

it('deletes a connection, after which it is gone', async () => {
  const { client, id } = await opened();
  const { $metadata } = await manager.send(new DeleteConnectionCommand({ ConnectionId: id }));
  expect($metadata.httpStatusCode).toBe(204);
  expect((await client.closed).code).toBe(1000);
  await plane.called(
    ({ requestContext }) => requestContext.connectionId === id && requestContext.eventType === 'DISCONNECT',
  );
  for (const command of [
    new PostToConnectionCommand({ ConnectionId: id, Data: 'x' }),
    new GetConnectionCommand({ ConnectionId: id }),
    new DeleteConnectionCommand({ ConnectionId: id }),
  ])
    expect(await failureOf(manager.send(command as PostToConnectionCommand))).toBe('GoneException 410');
});

it('takes the id and the at sign encoded and plain, in the host form too', async () => {
  const { client, id } = await opened();
  const authorization =
    `AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/execute-api/aws4_request, ` +
    `SignedHeaders=host, Signature=${'0'.repeat(64)}`;
  const base = `http://127.0.0.1:${plane.port}/_aws/execute-api/${apiId}/dev`;
  for (const path of [`@connections/${id}`, `%40connections/${encodeURIComponent(id)}`]) {
    const answer = await fetch(`${base}/${path}`, { method: 'POST', headers: { authorization }, body: path });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(await client.next()).toBe(path);
  }
  const host = `${apiId}.execute-api.localhost:${plane.port}`;
  const options = { host: '127.0.0.1', port: plane.port, path: `/dev/@connections/${id}`, method: 'POST' };
  httpRequest({ ...options, headers: { host, authorization } }).end('by host');
  expect(await client.next()).toBe('by host');
});

it('refuses what is no connection of this stage, and who may not', async () => {
  const { id } = await opened();
  const post = (manage: ApiGatewayManagementApiClient, ConnectionId = id) =>
    failureOf(manage.send(new PostToConnectionCommand({ ConnectionId, Data: 'x' })));
  expect(await post(manager, 'no id!')).toBe('BadRequestException 400');
  expect(await post(manager, 'R0oXAdfD0kwCH6w=')).toBe('GoneException 410');
  const path = `http://127.0.0.1:${plane.port}/_aws/execute-api`;
  const other = await plane.serve({ x: {} });
  const endpoints = [
    `${path}/${apiId}`,
    `${path}/${apiId}/prod`,
    `${path}/${apiId}/dev/@connections`,
    `${path}/${other}/dev`,
  ];
  for (const endpoint of endpoints) {
    const wrong = managerOf(endpoint);
    expect(await post(wrong)).toBe('ForbiddenException 403');
    wrong.destroy();
  }
  const stranger = managerOf(`${path}/${apiId}/dev`, '111111111111');
  expect(await post(stranger)).toBe('ForbiddenException 403');
  stranger.destroy();
  const unsigned = await fetch(`${path}/${apiId}/dev/@connections/${id}`, { method: 'POST', body: 'x' });
  expect([unsigned.status, await unsigned.json()]).toEqual([
    403,
    { message: 'Missing Authentication Token' },
  ]);
});

it('does not answer web pages', async () => {
  const { client, id } = await opened();
  const authorization =
    `AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/execute-api/aws4_request, ` +
    `SignedHeaders=host, Signature=${'0'.repeat(64)}`;
  const url = `http://127.0.0.1:${plane.port}/_aws/execute-api/${apiId}/dev/@connections/${id}`;
  const answer = await fetch(url, {
    method: 'DELETE',
    headers: { authorization, origin: `http://127.0.0.1:${plane.port}` },
  });
  expect(answer.status).toBe(403);
  expect(client.socket.readyState).toBe(1);
});

it('refuses everything where the default endpoint is off', async () => {
  const off = await plane.serve({ x: {} }, { api: { DisableExecuteApiEndpoint: true } });
  const { refusedClient } = await import('./client.ts');
  expect((await refusedClient(plane.pathOf(off))).status).toBe(403);
  await plane.gateway.send(new UpdateApiCommand({ ApiId: off, DisableExecuteApiEndpoint: false }));
  // Only after the next deployment.
  expect((await refusedClient(plane.pathOf(off))).status).toBe(403);
});
