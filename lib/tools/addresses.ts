import net from 'node:net';
import { ToolFailure } from './tool-failure.ts';

/**
 * Throws a ToolFailure that names the setting to change when nothing can listen on the port, or when no browser would
 * open it.
 */
export async function assertPortUsable(host: string, port: number, setting: string): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    server.listen({ host, port }, () => server.close(() => resolve(undefined)));
  });
  if (code === undefined) {
    if (await isBlockedForWeb(port))
      throw new ToolFailure(
        `Browsers refuse to open port ${port}: it belongs to another protocol. Choose another port with ${setting}.`,
      );
    return;
  }
  if (code === 'EADDRINUSE') {
    throw new ToolFailure(
      `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with ${setting}.`,
    );
  }
  throw new ToolFailure(`Cannot listen on ${host}, port ${port} (${code}). Check HOST and ${setting}.`);
}

/** Whether the fetch standard blocks the port. Node has the list and does not hand it out, but keeps to it. */
async function isBlockedForWeb(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) });
    return false;
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    return cause instanceof Error && cause.message === 'bad port';
  }
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
