import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { callerAddress, noteCallers } from './caller-address.ts';

test('the other end of a connection is told, whatever the caller says of himself', async () => {
  noteCallers();
  const server = createServer((request, response) =>
    response.end(String(request.headers['x-forwarded-for'])),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    expect(await (await fetch(url)).text()).toBe('127.0.0.1');
    const forged = await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(callerAddress(await forged.text(), 0)).toBe('127.0.0.1');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test.each([
  ['203.0.113.9, 127.0.0.1', 0, '127.0.0.1'],
  ['1.1.1.1, 203.0.113.9, 127.0.0.1', 1, '203.0.113.9'],
  ['203.0.113.9', 3, '203.0.113.9'],
  ['', 0, 'unknown'],
  [null, 1, 'unknown'],
  ['2001:db8:1:2:aaaa::1', 0, '2001:db8:1:2::/64'],
  ['2001:db8:1:2:bbbb::2', 0, '2001:db8:1:2::/64'],
  ['::ffff:203.0.113.9', 0, '203.0.113.9'],
  ['_hidden', 0, '_hidden'],
])('of %s behind %i trusted proxies it is %s', (header, proxies, address) => {
  expect(callerAddress(header, proxies)).toBe(address);
});
