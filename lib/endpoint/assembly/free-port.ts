import { createServer } from 'node:net';

/**
 * The port to listen on: a wish of 0 becomes one that is free. Functions are told the endpoint's address when their
 * service is made, which is before the endpoint listens; a wished port is tried here as well, so that a taken one
 * is told before anything is started.
 */
export function freePort(host: string, wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port: wished, exclusive: true }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : wished;
      probe.close(() => resolve(port));
    });
  });
}
