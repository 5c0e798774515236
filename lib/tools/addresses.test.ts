import net from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { assertPortUsable, findFreePort } from './addresses.ts';

it('takes a free port', async () => {
  await expect(assertPortUsable('127.0.0.1', await findFreePort(), 'PORT')).resolves.toBeUndefined();
});

it('names the setting of a port that is taken', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  await expect(assertPortUsable('127.0.0.1', port, 'PORT')).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or choose another port with PORT.`,
  );
  server.close();
});

it.each([4190, 6667])('refuses port %i, which browsers block', async (port) => {
  await expect(assertPortUsable('127.0.0.1', port, 'LAMBDECK_ENDPOINT_PORT')).rejects.toThrow(
    `Browsers refuse to open port ${port}`,
  );
});
