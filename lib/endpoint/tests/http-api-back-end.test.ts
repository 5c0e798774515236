import { type CreateIntegrationCommandInput } from '@aws-sdk/client-apigatewayv2';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const { call, serve } = apis;
afterAll(() => apis.close());

describe('an HTTP back end', () => {
  let backEnd: Server;
  let address: string;
  const seen: {
    method: string | undefined;
    url: string | undefined;
    headers: IncomingHttpHeaders;
    body: string;
  }[] = [];

  beforeAll(async () => {
    backEnd = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const { method, url, headers } = request;
        seen.push({ method, url, headers, body: Buffer.concat(pieces).toString() });
        if (url?.includes('hang')) return;
        if (url?.includes('close')) {
          request.socket.destroy();
          return;
        }
        if (url?.includes('garbage')) {
          request.socket.end('this is no HTTP\r\n\r\n');
          return;
        }
        if (url?.includes('large')) {
          const piece = Buffer.alloc(1_048_576);
          let left = 100;
          const more = (): void => {
            while (left > 0 && response.write(piece)) left -= 1;
            if (left > 0) response.once('drain', more);
            else response.end();
          };
          more();
          return;
        }
        response.writeHead(418, { 'x-from': 'back end', 'set-cookie': ['a=1', 'b=2'] });
        response.end('tea');
      });
    });
    await new Promise<void>((resolve) => backEnd.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(backEnd.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    backEnd.closeAllConnections();
    backEnd.close();
  });

  const proxy = (uri: string, more: Partial<CreateIntegrationCommandInput> = {}) =>
    ({
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'ANY',
      PayloadFormatVersion: '1.0',
      IntegrationUri: uri,
      ...more,
    }) as const;

  it('gets the request and gives the answer, as they are', async () => {
    const ApiId = await serve(['ANY /x/{proxy+}'], proxy(`${address}/base/{proxy}?own=1`), 'dev');
    const answer = await call(ApiId, '/dev/x/a/../b%20c?q=1', {
      method: 'PATCH',
      headers: { 'x-mine': 'yes', 'content-type': 'text/plain' },
      body: 'hello',
    });
    expect([answer.status, answer.text, answer.headers['x-from']]).toEqual([418, 'tea', 'back end']);
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(seen.at(-1)).toMatchObject({
      method: 'PATCH',
      // Dots from a caller do not climb out of the base.
      url: '/base/a/%252E%252E/b%20c?own=1&q=1',
      body: 'hello',
      headers: { 'x-mine': 'yes', host: address.slice('http://'.length), via: 'HTTP/1.1 AmazonAPIGateway' },
    });
  });

  it('gets the rest of the path where its address has no place for it', async () => {
    const ApiId = await serve(['$default'], proxy(`${address}/base`));
    await call(ApiId, '/a/b');
    expect(seen.at(-1)?.url).toBe('/base/a/b');
  });

  it.each([
    ['/hang', 503, 'Service Unavailable'],
    ['/close', 503, 'Service Unavailable'],
    ['/garbage', 503, 'Service Unavailable'],
    ['/large', 500, 'Internal Server Error'],
  ])('that fails at %s is %i', async (path, status, message) => {
    // Only what never answers waits for its limit; what answers has all the time that a busy machine takes.
    const TimeoutInMillis = path === '/hang' ? 400 : undefined;
    const ApiId = await serve(['GET /{proxy+}'], proxy(`${address}/{proxy}`, { TimeoutInMillis }));
    const answer = await call(ApiId, path);
    expect([answer.status, answer.json]).toEqual([status, { message }]);
  });

  it('that nobody may call is not called', async () => {
    for (const uri of ['http://169.254.169.254/latest', 'http://[fe80::1]/', 'http://0.0.0.0:1/']) {
      const ApiId = await serve(['$default'], proxy(uri));
      expect((await call(ApiId, '/')).json).toEqual({ message: 'Internal Server Error' });
    }
  });
});
