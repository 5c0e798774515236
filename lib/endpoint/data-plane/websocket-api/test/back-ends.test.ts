import {
  CreateIntegrationResponseCommand,
  CreateModelCommand,
  UpdateIntegrationCommand,
  type CreateIntegrationCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { refusedClient } from './client.ts';
import { FunctionFailure, functionUri, openSocketPlane } from './harness.ts';

type Plane = Awaited<ReturnType<typeof openSocketPlane>>;

interface Row {
  readonly key: string;
  readonly templates?: Record<string, string>;
  readonly by?: string;
}

/** An API with one answered route of its own integration, and what it answers to a message. */
async function asked(
  plane: Plane,
  integration: Partial<CreateIntegrationCommandInput>,
  message: unknown,
  responses: readonly Row[] = [],
): Promise<string> {
  const apiId = await plane.serve({ other: {} }, { stage: { StageVariables: { colour: 'blue' } } });
  const { IntegrationId } = await plane.addRoute(apiId, '$default', { integration, isAnswered: true });
  for (const { key, templates, by } of responses)
    await plane.gateway.send(
      new CreateIntegrationResponseCommand({
        ApiId: apiId,
        IntegrationId,
        IntegrationResponseKey: key,
        ...(templates && { ResponseTemplates: templates }),
        ...(by !== undefined && { TemplateSelectionExpression: by }),
      }),
    );
  await plane.deploy(apiId);
  const client = await plane.open(apiId);
  client.send(message);
  const answer = await client.next();
  client.socket.terminate();
  return answer;
}

const mock: Partial<CreateIntegrationCommandInput> = { IntegrationType: 'MOCK', IntegrationUri: undefined };

it('MOCK: the template names the status, and the integration response the text', async () => {
  await using plane = await openSocketPlane();
  const byCode = { ...mock, RequestTemplates: { $default: '{"statusCode": $input.json(\'$.code\')}' } };
  const rows: readonly Row[] = [
    { key: '/4\\d\\d/', templates: { $default: 'bad $context.routeKey $stageVariables.colour' } },
    {
      key: '$default',
      templates: { $default: 'good', de: 'gut', '201': 'made' },
      by: '$request.body.language',
    },
  ];
  expect(await asked(plane, byCode, { code: 200 }, rows)).toBe('good');
  expect(await asked(plane, byCode, { code: 200, language: 'de' }, rows)).toBe('gut');
  expect(await asked(plane, byCode, { code: 404 }, rows)).toBe('bad $default blue');
  expect(await asked(plane, byCode, { code: '"x"' }, rows)).toContain('Internal server error');
  expect(await asked(plane, byCode, 'no json', rows)).toContain('Internal server error');
});

it('MOCK at $connect lets in and refuses', async () => {
  await using plane = await openSocketPlane();
  const integration = { ...mock, RequestTemplates: { $default: '{"statusCode":200}' } };
  const apiId = await plane.serve({ $connect: { integration } });
  (await plane.open(apiId)).socket.terminate();
  const closed = await plane.serve({
    $connect: { integration: { ...mock, RequestTemplates: { $default: '{"statusCode":403}' } } },
  });
  expect((await refusedClient(plane.pathOf(closed))).status).toBe(403);
});

it('request templates are chosen by the message, or it passes as it is', async () => {
  await using plane = await openSocketPlane({ echo: (event) => event });
  const custom: Partial<CreateIntegrationCommandInput> = {
    IntegrationType: 'AWS',
    IntegrationUri: functionUri('echo'),
    IntegrationMethod: 'POST',
    TemplateSelectionExpression: '$request.body.kind',
    RequestTemplates: { chat: '{"said":$input.json("$.text"),"by":"$context.connectionId"}' },
  };
  const said = JSON.parse(await asked(plane, custom, { kind: 'chat', text: 'hi' })) as object;
  expect(said).toEqual({ said: 'hi', by: expect.stringMatching(/=$/) as unknown });
  expect(await asked(plane, custom, '{"kind":"other"}')).toBe('{"kind":"other"}');
  const never = { ...custom, PassthroughBehavior: 'NEVER' as const };
  expect(await asked(plane, never, { kind: 'other' })).toContain('Unsupported Media Type');
  const none = { ...custom, PassthroughBehavior: 'WHEN_NO_TEMPLATES' as const };
  expect(await asked(plane, none, { kind: 'other' })).toContain('Unsupported Media Type');
  const fallback = { ...custom, RequestTemplates: { $default: '{"any":1}' } };
  expect(await asked(plane, fallback, 'text')).toBe('{"any":1}');
});

it('what a function throws chooses the integration response', async () => {
  await using plane = await openSocketPlane({
    echo: () => new FunctionFailure({ errorMessage: 'Denied: x' }),
  });
  const custom = {
    IntegrationType: 'AWS' as const,
    IntegrationUri: functionUri('echo'),
    IntegrationMethod: 'POST',
  };
  const pattern = { key: '/Denied.*/', templates: { $default: 'told $input.path("$.errorMessage")' } };
  expect(await asked(plane, custom, {}, [pattern])).toBe('told Denied: x');
  expect(await asked(plane, custom, {}, [{ key: '$default' }])).toBe('{"errorMessage":"Denied: x"}');
});

it('HTTP and HTTP_PROXY reach a back end', async () => {
  const got: { url: string; method: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { url = '', method = '', headers } = request;
      got.push({ url, method, headers, body });
      response.writeHead(url.includes('refuse') ? 401 : 200, { 'x-tag': 'v1' });
      response.end(`back end ${body}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await using plane = await openSocketPlane();
  const proxy: Partial<CreateIntegrationCommandInput> = {
    IntegrationType: 'HTTP_PROXY',
    IntegrationUri: `${base}/rooms/{room}?fixed=1`,
    IntegrationMethod: 'POST',
    RequestParameters: {
      'integration.request.path.room': 'route.request.body.room',
      'integration.request.header.X-Connection': 'context.connectionId',
      'integration.request.querystring.colour': 'stageVariables.colour',
      'integration.request.header.X-Static': "'yes'",
    },
  };
  expect(await asked(plane, proxy, '{"room":"a/../b"}')).toBe('back end {"room":"a/../b"}');
  expect(got[0]).toMatchObject({
    url: '/rooms/a/%252E%252E/b?fixed=1&colour=blue',
    method: 'POST',
    headers: { 'x-connection': expect.stringMatching(/=$/) as unknown, 'x-static': 'yes' },
    body: '{"room":"a/../b"}',
  });
  const custom: Partial<CreateIntegrationCommandInput> = {
    IntegrationType: 'HTTP',
    IntegrationUri: `${base}/custom`,
    IntegrationMethod: 'PUT',
    RequestTemplates: { $default: '{"t":1}' },
  };
  const rows = [
    { key: '$default', templates: { v1: 'tagged: $input.body' }, by: '$integration.response.header.x-tag' },
  ];
  expect(await asked(plane, custom, {}, rows)).toBe('tagged: back end {"t":1}');
  expect(got[1]).toMatchObject({ method: 'PUT', url: '/custom' });

  const connect = { ...proxy, IntegrationUri: `${base}/in`, IntegrationMethod: 'GET', RequestParameters: {} };
  const apiId = await plane.serve({ $connect: { integration: connect } });
  const client = await plane.open(apiId, '/dev?token=t', { headers: { 'X-Mine': 'a' } });
  expect(got[2]).toMatchObject({ url: '/in?token=t', method: 'GET', headers: { 'x-mine': 'a' } });
  expect(Object.keys(got[2]?.headers ?? {}).filter((name) => name.startsWith('sec-'))).toEqual([]);
  client.socket.terminate();
  const refusing = { ...connect, IntegrationUri: `${base}/refuse` };
  const closed = await plane.serve({ $connect: { integration: refusing } });
  expect((await refusedClient(plane.pathOf(closed))).status).toBe(401);
  server.close();
  const dead = await asked(plane, custom, {});
  expect(dead).toContain('Internal server error');
});

it('other services are asked in the name of the account', async () => {
  await using plane = await openSocketPlane();
  const integration: Partial<CreateIntegrationCommandInput> = {
    IntegrationType: 'AWS',
    IntegrationUri: 'arn:aws:apigateway:eu-west-1:sqs:path/000000000000/orders',
    IntegrationMethod: 'POST',
    RequestTemplates: { $default: 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)' },
    RequestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
  };
  expect(await asked(plane, integration, { a: 1 }, [{ key: '/200/' }])).toBe('{"Done":true}');
  expect(plane.serviceCalls).toEqual([
    {
      service: 'sqs',
      region: 'eu-west-1',
      path: '/000000000000/orders',
      action: undefined,
      accountId: '000000000000',
      method: 'POST',
      query: '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from('Action=SendMessage&MessageBody=%7B%22a%22%3A1%7D'),
      timeoutMs: 29_000,
    },
  ]);
});

it('messages that do not fit the model are refused with their id', async () => {
  await using plane = await openSocketPlane({ echo: () => ({ statusCode: 200, body: 'fits' }) });
  const apiId = await plane.serve({ other: {} });
  const schema = { type: 'object', required: ['text'], properties: { text: { type: 'string' } } };
  await plane.gateway.send(
    new CreateModelCommand({ ApiId: apiId, Name: 'Said', Schema: JSON.stringify(schema) }),
  );
  const strict = { ModelSelectionExpression: '$request.body.kind', RequestModels: { said: 'Said' } };
  await plane.addRoute(apiId, '$default', { route: strict, isAnswered: true });
  await plane.deploy(apiId);
  const client = await plane.open(apiId);
  client.send({ kind: 'said', text: 'hi' });
  expect(await client.next()).toBe('fits');
  client.send({ kind: 'said' });
  expect(await client.nextJson()).toEqual({
    message: 'Bad request body',
    connectionId: expect.any(String) as unknown,
    messageId: expect.any(String) as unknown,
  });
  client.send({ kind: 'unchecked' });
  expect(await client.next()).toBe('fits');
});

it('an integration that is too late', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await using plane = await openSocketPlane({ echo: () => held });
  const apiId = await plane.serve({ $default: {} });
  const client = await plane.open(apiId);
  const { Items = [] } = await plane.integrations(apiId);
  await plane.gateway.send(
    new UpdateIntegrationCommand({
      ApiId: apiId,
      IntegrationId: Items[0]?.IntegrationId ?? '',
      TimeoutInMillis: 50,
    }),
  );
  await plane.deploy(apiId);
  client.send({});
  expect(await client.nextJson()).toMatchObject({ message: 'Endpoint request timed out' });
  release();
});

it.each([
  ['closes', '', 'Internal server error'],
  ['answers garbage', 'hello, world\r\n\r\n', 'Internal server error'],
  ['hangs', undefined, 'Endpoint request timed out'],
])('an HTTP back end that %s is told as a frame, and the connection stays', async (_what, bytes, message) => {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => bytes !== undefined && socket.end(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await using plane = await openSocketPlane();
    const IntegrationUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const integration = {
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'POST',
      IntegrationUri,
      TimeoutInMillis: bytes === undefined ? 300 : undefined,
    } as const;
    const apiId = await plane.serve({ $default: { integration } });
    const client = await plane.open(apiId);
    for (let round = 0; round < 2; round += 1) {
      client.send({});
      expect(await client.nextJson()).toEqual({
        message,
        connectionId: expect.any(String) as unknown,
        requestId: expect.any(String) as unknown,
      });
    }
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

it('an HTTP back end that answers 100 MB is cut off, and the connection stays', async () => {
  const megabyte = Buffer.alloc(1_048_576, 'x');
  let writtenMb = 0;
  const server = createServer((request, response) => {
    request.resume();
    response.on('error', () => undefined);
    const more = (): void => {
      while (!response.destroyed && writtenMb < 100) {
        writtenMb += 1;
        if (!response.write(megabyte)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await using plane = await openSocketPlane();
    const IntegrationUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const integration = { IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'POST', IntegrationUri } as const;
    const apiId = await plane.serve({ $default: { integration } });
    const client = await plane.open(apiId);
    for (let round = 0; round < 2; round += 1) {
      writtenMb = 0;
      client.send({});
      expect(await client.nextJson()).toMatchObject({ message: 'Internal server error' });
      // Sockets of both sides hold a few megabytes more than the ten that are read.
      expect(writtenMb).toBeLessThan(60);
    }
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
