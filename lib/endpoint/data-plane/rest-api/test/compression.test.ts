import { UpdateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { functionUri, openRestPlane } from './harness.ts';

/** An API whose function says the body it got. */
async function openEcho(minimumCompressionSize?: number) {
  const rest = await openRestPlane({
    echo: (event) => ({ body: (event as { body: string | null }).body ?? '' }),
  });
  const restApiId = await rest.createApi({ minimumCompressionSize });
  await rest.method(restApiId, '/e', 'POST', {
    integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri('echo') },
    responses: [],
  });
  await rest.deploy(restApiId);
  const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
    rest.call(restApiId, '/dev/e', { method: 'POST', body, headers });
  return { rest, restApiId, send, [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose]() };
}

const long = 'a'.repeat(200);

test('answers of the size that the API names are packed as the caller accepts', async () => {
  await using echo = await openEcho(100);
  const gzipped = await echo.send(long, { 'accept-encoding': 'br, gzip;q=0.5, deflate' });
  expect(gzipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzipped.body).toString()).toBe(long);
  const deflated = await echo.send(long, { 'accept-encoding': 'gzip;q=0, deflate' });
  expect(deflated.headers['content-encoding']).toBe('deflate');
  expect(inflateSync(deflated.body).toString()).toBe(long);
  for (const [body, accepted] of [
    [long, 'br'],
    [long, ''],
    ['short', 'gzip'],
  ] as const) {
    const plain = await echo.send(body, { 'accept-encoding': accepted });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.text).toBe(body);
  }
});

test('requests are unpacked, within limits', async () => {
  await using echo = await openEcho(1_000_000);
  const headers = { 'content-encoding': 'gzip' };
  expect((await echo.send(gzipSync('packed'), headers)).text).toBe('packed');
  expect((await echo.send(deflateSync('packed'), { 'content-encoding': 'deflate' })).text).toBe('packed');
  const [event] = echo.rest.invoked as { headers: Record<string, string> }[];
  expect(Object.keys(event?.headers ?? {}).map((name) => name.toLowerCase())).not.toContain(
    'content-encoding',
  );
  expect((await echo.send('not packed', headers)).status).toBe(400);
  // A bomb: kilobytes that would become 100 MB.
  expect((await echo.send(gzipSync(Buffer.alloc(100 * 1_048_576)), headers)).status).toBe(413);
});

test('without the setting nothing is touched, and it acts from the next deployment on', async () => {
  await using echo = await openEcho();
  const headers = { 'accept-encoding': 'gzip' };
  expect((await echo.send(long, headers)).text).toBe(long);
  await echo.rest.client.send(
    new UpdateRestApiCommand({
      restApiId: echo.restApiId,
      patchOperations: [{ op: 'replace', path: '/minimumCompressionSize', value: '0' }],
    }),
  );
  expect((await echo.send(long, headers)).text).toBe(long);
  await echo.rest.deploy(echo.restApiId);
  expect((await echo.send('b', headers)).headers['content-encoding']).toBe('gzip');
});
