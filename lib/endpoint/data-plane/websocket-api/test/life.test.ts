import { expect, it } from 'vitest';
import { refusedClient } from './client.ts';
import { openSocketPlane, FunctionFailure } from './harness.ts';

it('opens only when $connect has answered, and tells functions what AWS tells them', async () => {
  let letIn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await using plane = await openSocketPlane({
    echo: async ({ requestContext }) => {
      if (requestContext.eventType === 'CONNECT') await held;
      return { statusCode: 200, body: 'told' };
    },
  });
  const apiId = await plane.serve(
    { $connect: {}, $disconnect: {}, $default: { isAnswered: true } },
    { stage: { StageVariables: { colour: 'blue' } } },
  );
  const opening = plane.open(apiId, '/dev?token=t&token=u', {
    headers: { 'X-Mine': 'a', 'User-Agent': 'me' },
  });
  const connect = await plane.called(({ requestContext }) => requestContext.eventType === 'CONNECT');
  expect(plane.plane.size).toBe(0);
  letIn();
  const client = await opening;
  expect(plane.plane.size).toBe(1);
  const { requestContext } = connect;
  const { connectionId, requestId } = requestContext;
  expect(connectionId).toMatch(/^[\w-]{15}=$/);
  expect(connect).toEqual({
    headers: expect.objectContaining({ 'X-Mine': 'a', 'X-Forwarded-Proto': 'http' }) as unknown,
    multiValueHeaders: expect.objectContaining({ 'X-Mine': ['a'] }) as unknown,
    queryStringParameters: { token: 'u' },
    multiValueQueryStringParameters: { token: ['t', 'u'] },
    requestContext: {
      routeKey: '$connect',
      eventType: 'CONNECT',
      extendedRequestId: requestId,
      requestTime: '03/Feb/2026:04:05:06 +0000',
      messageDirection: 'IN',
      stage: 'dev',
      connectedAt: plane.clock.now(),
      requestTimeEpoch: plane.clock.now(),
      identity: { sourceIp: '127.0.0.1', userAgent: 'me' },
      requestId,
      domainName: `${apiId}.execute-api.localhost:${plane.port}`,
      connectionId,
      apiId,
    },
    stageVariables: { colour: 'blue' },
    isBase64Encoded: false,
  });
  expect(Object.keys(connect.headers ?? {})).not.toContain('Upgrade');

  client.send('{"any":1}');
  expect(await client.next()).toBe('told');
  const message = await plane.called(({ requestContext: { eventType } }) => eventType === 'MESSAGE');
  expect(message).toEqual({
    requestContext: {
      ...requestContext,
      routeKey: '$default',
      eventType: 'MESSAGE',
      messageId: expect.stringMatching(/^[\w-]{15}=$/) as unknown,
      requestId: message.requestContext.requestId,
      extendedRequestId: message.requestContext.requestId,
      identity: { sourceIp: '127.0.0.1', userAgent: 'me' },
    },
    stageVariables: { colour: 'blue' },
    body: '{"any":1}',
    isBase64Encoded: false,
  });

  client.socket.close();
  const gone = await plane.called(({ requestContext: { eventType } }) => eventType === 'DISCONNECT');
  expect(gone).toMatchObject({
    headers: { 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' },
    requestContext: {
      routeKey: '$disconnect',
      disconnectStatusCode: 1005,
      disconnectReason: 'Client-side close frame status not set',
      connectionId,
    },
    isBase64Encoded: false,
  });
  expect(gone).not.toHaveProperty('body');
  expect(plane.failures).toEqual([]);
});

it('refuses with what $connect answers', async () => {
  const answers: Record<string, unknown> = {
    refused: { statusCode: 401, body: '{"why":"not you"}' },
    thrown: new FunctionFailure({ errorMessage: 'no' }),
    nothing: null,
    without: {},
  };
  await using plane = await openSocketPlane({
    echo: ({ queryStringParameters }) => answers[queryStringParameters?.['how'] ?? ''],
  });
  const apiId = await plane.serve({ $connect: {} });
  const refused = await refusedClient(plane.pathOf(apiId, '/dev?how=refused'));
  expect([refused.status, refused.body]).toEqual([401, '{"why":"not you"}']);
  for (const how of ['thrown', 'nothing', 'without']) {
    const { status, json } = await refusedClient(plane.pathOf(apiId, `/dev?how=${how}`));
    expect(status).toBe(502);
    expect(json).toEqual({
      message: 'Internal server error',
      connectionId: expect.stringMatching(/=$/) as unknown,
      requestId: expect.stringMatching(/=$/) as unknown,
    });
  }
  expect(plane.plane.size).toBe(0);
});

it('lets everybody in where there is no $connect, and only at a stage', async () => {
  await using plane = await openSocketPlane();
  const apiId = await plane.serve({ hello: {} });
  const client = await plane.open(apiId);
  expect(client.socket.protocol).toBe('');
  for (const rest of ['', '/', '/prod', '/dev/more', '/dev/@connections/x', '/%ff'])
    expect((await refusedClient(plane.pathOf(apiId, rest))).status).toBe(403);
  expect((await refusedClient(plane.pathOf('unknown'))).status).toBe(403);
  client.socket.terminate();
});

it('answers in the host form, and at a name that is not served not at all', async () => {
  await using plane = await openSocketPlane({ echo: () => ({ statusCode: 200 }) });
  const apiId = await plane.serve({ $connect: {} });
  const host = `${apiId}.execute-api.us-east-1.localhost:${plane.port}`;
  const url = `ws://127.0.0.1:${plane.port}/dev`;
  const { openClient } = await import('./client.ts');
  await openClient(url, { headers: { host, origin: 'https://app.example' } });
  expect(plane.invoked[0]?.requestContext['domainName']).toBe(host);
  const rebound = `${apiId}.execute-api.evil.example`;
  expect((await refusedClient(url, { headers: { host: rebound } })).status).toBe(403);
  expect(plane.invoked).toHaveLength(1);
});

it('chooses the subprotocol that $connect names', async () => {
  await using plane = await openSocketPlane({
    echo: () => ({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat.v2' } }),
  });
  const apiId = await plane.serve({ $connect: {} });
  const client = await plane.open(apiId, '/dev', { protocols: ['chat.v1', 'chat.v2'] });
  expect(client.socket.protocol).toBe('chat.v2');
  // Without one a client that asked for some gives up, as it does on AWS.
  const other = await plane.serve({ hello: {} });
  await expect(plane.open(other, '/dev', { protocols: ['chat.v1'] })).rejects.toThrow('no subprotocol');
});
