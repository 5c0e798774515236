import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import type tls from 'node:tls';
import type { Clock } from '../../services/clock.ts';
import type { ProxyDescription, TargetHealth } from '../../services/rds/index.ts';
import { BackendFailure, openBackend, sendCancel } from './backend.ts';
import { LoginRefused, logIn } from './client-login.ts';
import { readStart, type ClientStart } from './client-start.ts';
import { BackendPool, BorrowTimeout, type Lease } from './pool.ts';
import type { FamilyProxy } from './family.ts';
import { ClientSession } from './session.ts';

const signInMs = 30_000;
const probeMs = 3000;

export interface PostgresOptions {
  readonly clock: Clock;
  readonly secureContext: tls.SecureContext;
  /** Whether a token of IAM lets a user in at this proxy. */
  readonly isToken: (proxy: ProxyDescription, user: string, token: string) => boolean;
}

type Start = Extract<ClientStart, { readonly kind: 'session' }>;

/** A proxy that speaks PostgreSQL on both sides. */
export function createPostgresProxy(first: ProxyDescription, options: PostgresOptions): FamilyProxy {
  const { clock } = options;
  let proxy = first;
  let pool = new BackendPool(proxy.pool, clock);
  const sessions = new Map<number, ClientSession>();
  const sockets = new Set<Socket>();

  async function serve(raw: Socket): Promise<void> {
    const start = await readStart(raw, options.secureContext);
    if (start.kind === 'cancel') {
      const session = sessions.get(start.processId);
      if (session?.backend && session.secretKey === start.secretKey && proxy.target)
        sendCancel(proxy.target, session.backend);
      raw.end();
      return;
    }
    start.socket.on('error', () => undefined);
    try {
      await admit(start);
    } catch (error) {
      start.socket.end(refusalOf(error).answer);
    }
  }

  async function admit({ socket, reader, isSecure, user, parameters }: Start): Promise<void> {
    if (proxy.isTlsRequired && !isSecure)
      throw new LoginRefused('This RDS Proxy requires TLS connections', '28000');
    const isToken = (name: string, token: string) => options.isToken(proxy, name, token);
    const login = await logIn({ socket, reader, user, isSecure, logins: proxy.logins(), isToken });
    reader.release();
    const processId = newProcessId(sessions);
    const session: ClientSession = new ClientSession({
      socket,
      clock,
      idleSeconds: proxy.idleClientSeconds,
      keepsOnSet: proxy.pool.pinningFilters.includes('EXCLUDE_VARIABLE_SETS'),
      processId,
      secretKey: randomInt(2 ** 31),
      borrow: (owner) => borrow(owner, login, parameters),
      onClose: () => void (sessions.get(processId) === session && sessions.delete(processId)),
    });
    sessions.set(processId, session);
    try {
      await session.start();
    } catch (error) {
      sessions.delete(processId);
      throw error;
    }
  }

  function borrow(
    owner: object,
    login: { username: string; password: string },
    parameters: ReadonlyMap<string, string>,
  ): Promise<Lease> {
    const { target } = proxy;
    if (!target) throw new BackendFailure('UNREACHABLE', 'This RDS proxy has no target.', '08001');
    const { username, password } = login;
    const { initQuery } = proxy.pool;
    return pool.borrow({
      key: JSON.stringify([username, password, [...parameters].sort()]),
      owner,
      open: () =>
        openBackend({ host: target.host, port: target.port, username, password, parameters, initQuery }),
    });
  }

  return {
    accept(raw) {
      sockets.add(raw);
      raw.on('error', () => undefined);
      raw.on('close', () => sockets.delete(raw));
      const callOff = clock.after(signInMs, () => raw.destroy());
      serve(raw)
        .catch((error: unknown) => void (raw.destroyed || raw.end(refusalOf(error).answer)))
        .finally(callOff);
    },
    update(next) {
      const isMoved = JSON.stringify(proxy.target) !== JSON.stringify(next.target);
      proxy = next;
      if (!isMoved) return pool.setLimits(next.pool);
      // Clients of the database before keep what they have, and get nothing new of it.
      pool.close();
      pool = new BackendPool(next.pool, clock);
    },
    close() {
      for (const session of [...sessions.values()])
        session.close({ code: '57P01', message: 'The proxy was stopped or deleted.' });
      for (const socket of sockets) socket.destroy();
      pool.close();
    },
    probe: () => probe(proxy),
  };
}

function newProcessId(taken: ReadonlyMap<number, unknown>): number {
  for (;;) {
    const id = randomInt(1, 2 ** 31);
    if (!taken.has(id)) return id;
  }
}

function refusalOf(error: unknown): LoginRefused {
  if (error instanceof LoginRefused) return error;
  if (error instanceof BorrowTimeout) return new LoginRefused(error.message, '53300');
  if (error instanceof BackendFailure) return new LoginRefused(error.message, error.code);
  return new LoginRefused(error instanceof Error ? error.message : String(error), '08P01');
}

/** Signs in to the database as a client of the proxy would make it. */
async function probe(proxy: ProxyDescription): Promise<TargetHealth> {
  const { target } = proxy;
  const logins = proxy.logins();
  const login = logins.find((candidate) => candidate.kind === 'login');
  if (!login || !target) {
    const problem = logins.find((candidate) => candidate.kind === 'problem')?.problem;
    return {
      state: 'UNAVAILABLE',
      reason: 'AUTH_FAILURE',
      description: problem ?? 'Proxy does not have any registered credentials',
    };
  }
  try {
    const backend = await openBackend({
      host: target.host,
      port: target.port,
      username: login.username,
      password: login.password,
      parameters: new Map([['database', target.database ?? 'postgres']]),
      initQuery: undefined,
      timeoutMs: probeMs,
    });
    backend.close();
    return { state: 'AVAILABLE' };
  } catch (error) {
    if (!(error instanceof BackendFailure)) throw error;
    return { state: 'UNAVAILABLE', reason: error.reason, description: error.message };
  }
}
