import { TestInvokeMethodCommand, UpdateIntegrationCommand } from '@aws-sdk/client-api-gateway';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { functionUri, openRestPlane, streamUri } from './harness.ts';

const head = (value: object) => Buffer.concat([Buffer.from(JSON.stringify(value)), Buffer.alloc(8)]);

/** A value that is there once somebody gives it. */
function promised(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
}

async function openStreaming(chunks: () => AsyncGenerator<Uint8Array>, more: object = {}) {
  const rest = await openRestPlane({ talk: chunks });
  const restApiId = await rest.createApi();
  const resourceId = await rest.method(restApiId, '/talk', 'GET', {
    integration: {
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: streamUri('talk'),
      responseTransferMode: 'STREAM',
      ...more,
    },
  });
  await rest.deploy(restApiId);
  return { rest, restApiId, resourceId, [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose]() };
}

test('what a function writes goes out as it comes', async () => {
  const gate = promised();
  const told = head({
    statusCode: 201,
    headers: { 'x-one': '1' },
    multiValueHeaders: { 'x-many': ['a', 'b'] },
    cookies: ['c=1'],
  });
  await using own = await openStreaming(async function* () {
    // The head may come in pieces, and the body's beginning with it.
    yield told.subarray(0, 7);
    yield Buffer.concat([told.subarray(7), Buffer.from('first ')]);
    await gate.given;
    yield Buffer.from('second');
  });
  const { rest, restApiId } = own;
  const seen: string[] = [];
  const response = await new Promise<{
    status?: number;
    headers: NodeJS.Dict<string | string[]>;
    text: string;
  }>((resolve, reject) => {
    const host = `${restApiId}.execute-api.us-east-1.localhost:${rest.port}`;
    const sent = request(
      { host: '127.0.0.1', port: rest.port, path: '/dev/talk', headers: { host } },
      (answer) => {
        answer.on('data', (piece: Buffer) => {
          seen.push(piece.toString());
          gate.give();
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode, headers: answer.headers, text: seen.join('') }),
        );
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
  // The second piece is written only after the first has arrived here.
  expect(seen).toEqual(['first ', 'second']);
  expect(response).toMatchObject({
    status: 201,
    text: 'first second',
    headers: { 'x-one': '1', 'x-many': 'a, b', 'set-cookie': ['c=1'], 'transfer-encoding': 'chunked' },
  });
  expect(rest.invoked[0]).toMatchObject({ httpMethod: 'GET', resource: '/talk' });
});

test('a stream without its head is a malformed answer, one that breaks is cut off, one that waits too long ends', async () => {
  await using bare = await openStreaming(async function* () {
    yield Buffer.from('{"statusCode":200}');
  });
  expect(await bare.rest.call(bare.restApiId, '/dev/talk')).toMatchObject({
    status: 502,
    text: '{"message": "Internal server error"}',
  });
  await using broken = await openStreaming(async function* () {
    yield Buffer.concat([head({}), Buffer.from('half')]);
    throw new Error('broken');
  });
  await expect(broken.rest.call(broken.restApiId, '/dev/talk')).rejects.toThrow();
  await using slow = await openStreaming(
    async function* () {
      yield Buffer.from('{');
      await new Promise(() => undefined);
    },
    { timeoutInMillis: 50 },
  );
  expect((await slow.rest.call(slow.restApiId, '/dev/talk')).status).toBe(504);
});

test('the test of a method shows the whole of a stream', async () => {
  await using own = await openStreaming(async function* () {
    yield head({ statusCode: 202 });
    yield Buffer.from('a');
    yield Buffer.from('b');
  });
  const { rest, restApiId, resourceId } = own;
  const shown = await rest.client.send(
    new TestInvokeMethodCommand({ restApiId, resourceId, httpMethod: 'GET' }),
  );
  expect(shown).toMatchObject({ status: 202, body: 'ab' });
});

test('a mode and an address that do not belong together are refused', async () => {
  await using own = await openStreaming(async function* () {
    yield head({});
  });
  const { rest, restApiId, resourceId } = own;
  const patch = (...changes: (readonly [string, string])[]) =>
    rest.client.send(
      new UpdateIntegrationCommand({
        restApiId,
        resourceId,
        httpMethod: 'GET',
        patchOperations: changes.map(([path, value]) => ({ op: 'replace', path, value })),
      }),
    );
  await expect(patch(['/uri', functionUri('talk')])).rejects.toThrow('belong together');
  await expect(patch(['/responseTransferMode', 'BUFFERED'])).rejects.toThrow('belong together');
  await expect(patch(['/responseTransferMode', 'OTHER'])).rejects.toThrow('responseTransferMode');
  await patch(['/timeoutInMillis', '900000']);
  await expect(patch(['/uri', functionUri('talk')], ['/responseTransferMode', 'BUFFERED'])).rejects.toThrow(
    'Timeout',
  );
  const buffered = await patch(
    ['/uri', functionUri('talk')],
    ['/responseTransferMode', 'BUFFERED'],
    ['/timeoutInMillis', '29000'],
  );
  expect(buffered.responseTransferMode).toBe('BUFFERED');
});
