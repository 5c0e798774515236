import { CreateModelCommand } from '@aws-sdk/client-apigatewayv2';
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSocketPlane } from './harness.ts';

let plane: Awaited<ReturnType<typeof openSocketPlane>>;
let apiId: string;

beforeAll(async () => {
  plane = await openSocketPlane({ echo: ({ body }) => ({ statusCode: 200, body: body ?? '' }) });
  apiId = await plane.serve({ $connect: {}, $default: { isAnswered: true }, $disconnect: {} });
});
afterAll(() => plane[Symbol.asyncDispose]());

/** Whoever is sent nonsense must still serve others, and must have noticed nothing that is a fault of its own. */
async function assertWell(): Promise<void> {
  const client = await plane.open(apiId);
  client.send('well');
  expect(await client.next()).toBe('well');
  client.socket.terminate();
  await expect.poll(() => plane.plane.size).toBe(0);
  expect(plane.failures).toEqual([]);
}

const key = 'dGhlIHNhbXBsZSBub25jZQ==';
const whole = () => [
  `GET /_aws/execute-api/${apiId}/dev HTTP/1.1`,
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  `Sec-WebSocket-Key: ${key}`,
];

/** The head of what a server says to a head. */
function told(head: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(plane.port, '127.0.0.1', () => socket.write(head));
    let text = '';
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1');
      // Others may want to keep the connection.
      if (text.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });
}

it('malformed upgrades are refused with a status, whatever is wrong', async () => {
  const invoked = plane.invoked.length;
  const replaced = (from: string, to: string) => whole().map((line) => line.replace(from, to));
  const refused: readonly (readonly [string, readonly string[]])[] = [
    ['400', replaced(key, 'short')],
    ['400', replaced(key, `${'A'.repeat(30)}==`)],
    ['400', replaced(`Sec-WebSocket-Key: ${key}`, 'X-Nothing: 1')],
    ['426', replaced('Version: 13', 'Version: 7')],
    ['426', replaced('Sec-WebSocket-Version: 13', 'X-Nothing: 1')],
    ['400', replaced('Upgrade: websocket', 'Upgrade: h2c')],
    ['400', replaced('GET ', 'POST ')],
    ['400', [...whole(), 'Sec-WebSocket-Protocol: a,,b']],
    ['400', [...whole(), 'Sec-WebSocket-Protocol: a, a']],
    ['400', [...whole(), 'Sec-WebSocket-Protocol: "a"']],
    ['414', replaced('/dev ', `/dev?${'q'.repeat(4100)} `)],
    ['403', replaced('/dev ', '/%zz ')],
    ['403', replaced('/dev ', '/dev/../dev/x ')],
    ['403', replaced('Host: localhost', 'Host: evil.example')],
  ];
  for (const [status, lines] of refused)
    expect((await told(`${lines.join('\r\n')}\r\n\r\n`)).slice(9, 12), lines.join('|')).toBe(status);
  expect(plane.invoked).toHaveLength(invoked);
  await assertWell();
});

/** Numbers that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it('heads with bytes changed at random are answered or hung up on', async () => {
  const random = seeded(1);
  for (let round = 0; round < 150; round += 1) {
    const head = Buffer.from(`${whole().join('\r\n')}\r\n\r\n`);
    for (let change = 0; change < 1 + random() * 4; change += 1)
      head[Math.floor(random() * (head.length - 4))] = Math.floor(random() * 256);
    const answer = await told(head.toString('latin1'));
    expect(answer).toMatch(/^HTTP\/1\.1 [1-5]\d\d /);
  }
  await assertWell();
}, 30_000);

function upgraded(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(plane.port, '127.0.0.1', () => socket.write(`${whole().join('\r\n')}\r\n\r\n`));
    socket.once('error', reject);
    socket.once('data', (piece: Buffer) => {
      if (piece.toString('latin1').startsWith('HTTP/1.1 101')) resolve(socket);
      else reject(new Error(piece.toString('latin1')));
    });
  });
}

it('frames of random bytes close the connection at most', async () => {
  const random = seeded(2);
  for (let round = 0; round < 100; round += 1) {
    const socket = await upgraded();
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
    socket.resume();
    for (let piece = 0; piece < 5; piece += 1) {
      const bytes = randomBytes(1 + Math.floor(random() * 200));
      // Often enough a frame that a client may begin with.
      if (random() < 0.7) bytes[0] = [0x81, 0x01, 0x00, 0x80, 0x88, 0x89, 0x82, 0xc1][round % 8] ?? 0;
      if (random() < 0.7 && bytes.length > 1) bytes[1] = 0x80 | Math.floor(random() * 128);
      socket.write(bytes);
    }
    socket.end();
    await closed;
  }
  await assertWell();
}, 30_000);

it('messages that are hard to read are messages like others', async () => {
  const client = await plane.open(apiId);
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  for (const text of [
    deep,
    `{"action":${deep}}`,
    '{"action":{"toString":null}}',
    `{"action":"${'x'.repeat(100_000)}"}`,
    '{"action":null,"action":1e999}',
    '\u0000',
    '{"__proto__":{"action":"$connect"},"constructor":1}',
  ]) {
    for (let at = 0; at < text.length; at += 30_000)
      client.socket.send(text.slice(at, at + 30_000), { fin: at + 30_000 >= text.length });
    expect(await client.next()).toBe(text);
  }
  client.socket.terminate();
  await assertWell();
});

it('what is nested too deeply for templates, mappings and models is told so', async () => {
  const api = await plane.serve({ other: {} });
  const schema = { type: 'object', properties: { a: { $ref: '#/definitions/Tree' } } };
  await plane.gateway.send(
    new CreateModelCommand({ ApiId: api, Name: 'Tree', Schema: JSON.stringify({ items: { $ref: '#' } }) }),
  );
  await plane.gateway.send(
    new CreateModelCommand({ ApiId: api, Name: 'Deep', Schema: JSON.stringify(schema) }),
  );
  const custom = {
    IntegrationType: 'MOCK' as const,
    RequestTemplates: {
      $default: '{"statusCode":200}#set($x=$input.json("$"))#set($y=$input.path("$.a"))$y',
    },
    RequestParameters: { 'integration.request.header.x': 'route.request.body.a' },
  };
  await plane.addRoute(api, 'template', { integration: custom, isAnswered: true });
  const RequestModels = { $default: 'Deep' };
  await plane.addRoute(api, 'model', { route: { RequestModels }, isAnswered: true });
  await plane.deploy(api);
  const client = await plane.open(api);
  const deep = '['.repeat(14_000) + ']'.repeat(14_000);
  client.send(`{"action":"template","a":${deep}}`);
  expect(await client.nextJson()).toMatchObject({ message: 'Internal server error' });
  client.send(`{"action":"model","a":${deep}}`);
  expect(await client.nextJson()).toMatchObject({ message: 'Bad request body' });
  client.socket.terminate();
  await assertWell();
});
