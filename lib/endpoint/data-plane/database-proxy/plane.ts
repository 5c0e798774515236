import net from 'node:net';
import tls from 'node:tls';
import type { Clock } from '../../services/clock.ts';
import type { ProxyDescription, ProxyPlane } from '../../services/rds/index.ts';
import type { Certificate } from './certificate.ts';
import type { FamilyProxy } from './family.ts';
import { isTokenFor, type TokenRequest } from './iam-token.ts';
import { createMysqlProxy } from './mysql-proxy.ts';
import { createPostgresProxy } from './postgres-proxy.ts';

/** Clients of one proxy; more wait in the system's queue. */
const clientsMax = 1000;

export interface DatabaseProxyOptions {
  /** What proxies show to clients that want TLS; asked for once. */
  readonly certificate: () => Promise<Certificate>;
  readonly clock: Clock;
  /** Whose signature a token of IAM carries. */
  readonly callerOf: (request: TokenRequest) => { readonly accountId: string } | undefined;
}

interface Running {
  readonly server: net.Server;
  readonly family: FamilyProxy;
}

/** Listens on the loopback interface for every database proxy. */
export function createDatabaseProxyPlane(
  options: DatabaseProxyOptions,
): ProxyPlane & { closeAll(): Promise<void> } {
  const { clock } = options;
  const running = new Map<string, Running>();
  let certificate: Promise<Certificate> | undefined;

  async function familyOf(proxy: ProxyDescription): Promise<FamilyProxy> {
    if (proxy.family === 'MYSQL') return createMysqlProxy(proxy, { clock });
    certificate ??= options.certificate();
    return createPostgresProxy(proxy, {
      clock,
      secureContext: tls.createSecureContext(await certificate),
      isToken: (at, user, token) => {
        const address = running.get(at.id)?.server.address();
        const port = address && typeof address === 'object' ? address.port : at.port;
        return isTokenFor({ proxy: { ...at, port }, user, token, nowMs: clock.now() }, options.callerOf);
      },
    });
  }

  async function close(id: string): Promise<void> {
    const entry = running.get(id);
    if (!entry) return;
    running.delete(id);
    const closed = new Promise((resolve) => entry.server.close(resolve));
    entry.family.close();
    await closed;
  }

  return {
    async open(proxy) {
      const entry = running.get(proxy.id);
      if (entry) {
        entry.family.update(proxy);
        return portOf(entry.server);
      }
      const family = await familyOf(proxy);
      const server = net.createServer({ noDelay: true, pauseOnConnect: false }, (socket) =>
        family.accept(socket),
      );
      server.maxConnections = clientsMax;
      await listen(server, proxy.port);
      running.set(proxy.id, { server, family });
      return portOf(server);
    },
    close,
    async probe(proxy) {
      const entry = running.get(proxy.id);
      if (entry) return entry.family.probe();
      return { state: 'UNAVAILABLE', reason: 'UNREACHABLE', description: 'The proxy does not listen.' };
    },
    async closeAll() {
      await Promise.all([...running.keys()].map(close));
    },
  };
}

/** At the port it had, else, when another program has that now, at one that is free. */
async function listen(server: net.Server, port: number): Promise<void> {
  try {
    await listenAt(server, port);
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listenAt(server, 0);
  }
}

function listenAt(server: net.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: net.Server): number {
  const address = server.address();
  return address && typeof address === 'object' ? address.port : 0;
}
