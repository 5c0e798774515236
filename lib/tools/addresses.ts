import net from 'node:net';
import { ToolFailure } from './tool-failure.ts';

/** Throws a ToolFailure that names the setting to change when nothing can listen on the port. */
export async function assertPortFree(host: string, port: number, setting: string): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    server.listen({ host, port }, () => server.close(() => resolve(undefined)));
  });
  if (code === undefined) return;
  if (code === 'EADDRINUSE') {
    throw new ToolFailure(
      `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with ${setting}.`,
    );
  }
  throw new ToolFailure(`Cannot listen on ${host}, port ${port} (${code}). Check HOST and ${setting}.`);
}

/** A port that was free a moment ago, on loopback. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port was given'));
        else resolve(address.port);
      });
    });
  });
}
