import { connect } from 'node:net';
import { expect, it } from 'vitest';
import type { Client } from './client.ts';
import { openSocketPlane } from './harness.ts';

type Plane = Awaited<ReturnType<typeof openSocketPlane>>;

async function opened(): Promise<{ plane: Plane; client: Client; apiId: string }> {
  const plane = await openSocketPlane({ echo: ({ body }) => ({ statusCode: 200, body: body ?? '' }) });
  const apiId = await plane.serve({ $default: { isAnswered: true }, $disconnect: {} });
  return { plane, apiId, client: await plane.open(apiId) };
}

const disconnected = async (plane: Plane) => {
  const { requestContext } = await plane.called(
    ({ requestContext: { eventType } }) => eventType === 'DISCONNECT',
  );
  return [requestContext['disconnectStatusCode'], requestContext['disconnectReason']];
};

it('an idle connection is closed after ten minutes, one that talks lives on for two hours', async () => {
  const { plane, client, apiId } = await opened();
  await using _ = plane;
  const talker = await plane.open(apiId);
  for (let minute = 0; minute < 117; minute += 9) {
    plane.clock.advance(9 * 60_000);
    talker.send('x');
    expect(await talker.next()).toBe('x');
    if (minute === 9) expect((await client.closed).code).toBe(1001);
  }
  expect(await disconnected(plane)).toEqual([1001, 'Going away']);
  expect(talker.socket.readyState).toBe(1);
  plane.clock.advance(3 * 60_000);
  expect((await talker.closed).code).toBe(1001);
  await expect.poll(() => plane.plane.size).toBe(0);
});

it('pings are answered, and keep a connection alive', async () => {
  const { plane, client } = await opened();
  await using _ = plane;
  plane.clock.advance(9 * 60_000);
  const pong = new Promise<string>((resolve) => client.socket.on('pong', (data) => resolve(data.toString())));
  client.socket.ping('still here');
  expect(await pong).toBe('still here');
  plane.clock.advance(9 * 60_000);
  client.send('x');
  expect(await client.next()).toBe('x');
});

it('a message of 128 KB in frames of 32 KB passes, and larger ones close with 1009', async () => {
  const { plane, client, apiId } = await opened();
  await using _ = plane;
  const frame = 'x'.repeat(32_768);
  for (let part = 0; part < 4; part += 1) client.socket.send(frame, { fin: part === 3 });
  expect((await client.next()).length).toBe(131_072);
  client.socket.send(`${frame}x`);
  expect((await client.closed).code).toBe(1009);
  expect(await disconnected(plane)).toEqual([1009, 'Message too long']);
  expect(client.received).toEqual([]);
  const other = await plane.open(apiId);
  for (let part = 0; part < 5; part += 1) other.socket.send(frame, { fin: part === 4 });
  expect((await other.closed).code).toBe(1009);
});

it('binary frames close with 1003', async () => {
  const { plane, client } = await opened();
  await using _ = plane;
  client.socket.send(Buffer.from([1, 2, 3]), { binary: true });
  expect((await client.closed).code).toBe(1003);
});

it('what a client closes with is told to $disconnect', async () => {
  const { plane, client, apiId } = await opened();
  await using _ = plane;
  client.socket.close(4001, 'enough');
  expect(await disconnected(plane)).toEqual([4001, 'enough']);
  plane.invoked.length = 0;
  const other = await plane.open(apiId);
  other.socket.terminate();
  expect(await disconnected(plane)).toEqual([1006, 'Connection closed abnormally']);
});

it('a client that does not read is let go, and posting to it is refused', async () => {
  const { plane, apiId } = await opened();
  await using _ = plane;
  const deaf = await plane.open(apiId);
  deaf.socket.pause();
  const long = 'y'.repeat(30_000);
  let isGone = false;
  void plane
    .called(({ requestContext: { eventType } }) => eventType === 'DISCONNECT')
    .then(() => {
      isGone = true;
    });
  // Its own buffers and ours are full at some time.
  for (let count = 0; count < 2000 && !isGone; count += 1) {
    deaf.send(long);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  expect(await disconnected(plane)).toEqual([1006, 'Connection closed abnormally']);
});

it('a client that leaves while $connect runs is disconnected again', async () => {
  let letIn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await using plane = await openSocketPlane({
    echo: async ({ requestContext: { eventType } }) => {
      if (eventType === 'CONNECT') await held;
      return { statusCode: 200 };
    },
  });
  const apiId = await plane.serve({ $connect: {}, $disconnect: {} });
  const socket = connect(plane.port, '127.0.0.1');
  socket.write(
    `GET /_aws/execute-api/${apiId}/dev HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await plane.called(({ requestContext: { eventType } }) => eventType === 'CONNECT');
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.resetAndDestroy();
  await closed;
  letIn();
  expect(await disconnected(plane)).toEqual([1006, 'Connection closed abnormally']);
  expect(plane.plane.size).toBe(0);
});
