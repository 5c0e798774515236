import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { ServiceError } from '../../../errors.ts';
import { functionUri, openRestPlane } from './harness.ts';

/** A server that answers each request with raw bytes. */
async function openRawServer(answer: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sockets,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const unreached = '{"message": "Network error communicating with endpoint"}';
const internal = '{"message": "Internal server error"}';

async function callThrough(uri: string, type: 'HTTP' | 'HTTP_PROXY' = 'HTTP_PROXY') {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  await rest.method(id, '/b', 'GET', {
    integration: { type, integrationHttpMethod: 'GET', uri, timeoutInMillis: 5000 },
  });
  await rest.deploy(id);
  return await rest.call(id, '/dev/b');
}

test.each([
  ['is no HTTP', 'hello, world\r\n\r\n', 504, unreached],
  ['is not there', '', 504, unreached],
  ['ends in the middle', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf', 504, unreached],
  [
    'changes the protocol',
    'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    500,
    internal,
  ],
])('a back end whose answer %s', async (_what, bytes, status, text) => {
  await using back = await openRawServer((socket) => void socket.end(bytes));
  for (const type of ['HTTP', 'HTTP_PROXY'] as const)
    expect(await callThrough(back.url, type)).toMatchObject({ status, text });
});

test('a back end that never ends is read as far as an answer may be long', async () => {
  const piece = Buffer.alloc(1_048_576, 'a');
  let sent = 0;
  await using back = await openRawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n');
    const more = (): void => {
      while (!socket.destroyed) {
        sent += piece.length;
        if (!socket.write(piece)) break;
      }
    };
    socket.on('drain', more);
    more();
  });
  expect(await callThrough(back.url)).toMatchObject({ status: 500, text: internal });
  expect(sent).toBeLessThan(50 * piece.length);
  await expect.poll(() => [...back.sockets].every((socket) => socket.destroyed)).toBe(true);
});

test('a function that is throttled, fails, is gone or gives garbage', async () => {
  await using rest = await openRestPlane({
    throttled: () => {
      throw new ServiceError('TooManyRequestsException', 429, 'Rate Exceeded.');
    },
    gone: () => {
      throw new ServiceError('ResourceNotFoundException', 404, 'Function not found');
    },
    garbage: () => 'no object',
    nothing: () => undefined,
  });
  const id = await rest.createApi();
  for (const name of ['throttled', 'gone', 'garbage', 'nothing'])
    await rest.method(id, `/${name}`, 'GET', {
      integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri(name) },
      responses: [],
    });
  await rest.deploy(id);
  expect(await rest.call(id, '/dev/throttled')).toMatchObject({ status: 500, text: internal });
  expect(await rest.call(id, '/dev/gone')).toMatchObject({ status: 500, text: internal });
  expect(await rest.call(id, '/dev/garbage')).toMatchObject({ status: 502, text: internal });
  expect(await rest.call(id, '/dev/nothing')).toMatchObject({ status: 502, text: internal });
});
