import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerSize, percentile, postRequest, runLoad } from './load.ts';

describe('answerSize', () => {
  it.each([
    ['an answer with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}', 40],
    ['an answer in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n', 59],
    ['an incomplete head', 'HTTP/1.1 200 OK\r\nContent-', undefined],
    ['incomplete chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n', undefined],
  ])('%s', (_what, text, size) => expect(answerSize(Buffer.from(text))).toBe(size));
});

describe('percentile', () => {
  it('is a number of the list', () => expect(percentile([1, 2, 3, 4], 0.5)).toBe(3));
  it('is not a number for none', () => expect(percentile([], 0.5)).toBeNaN());
});

describe('runLoad', () => {
  let server: http.Server;
  let status = 200;
  beforeEach(async () => {
    server = http.createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(status).end('{}'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));
  const target = () => ({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    request: postRequest({ path: '/', body: '{}' }),
  });

  it('counts good answers and stops in time', async () => {
    status = 200;
    const result = await runLoad(target(), 2, 1000);
    expect(result.requestsPerSecond).toBeGreaterThan(10);
    expect(result.p50Ms).toBeGreaterThan(0);
    expect(result.failures).toBe(0);
  });

  it('counts refusals as failures', async () => {
    status = 500;
    const result = await runLoad(target(), 1, 500);
    expect(result.failures).toBeGreaterThan(0);
    expect(result.requestsPerSecond).toBe(0);
  });
});
