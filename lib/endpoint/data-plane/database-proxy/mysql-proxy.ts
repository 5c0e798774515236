import net, { type Socket } from 'node:net';
import type { Clock } from '../../services/clock.ts';
import type { ProxyDescription, TargetHealth } from '../../services/rds/index.ts';
import type { FamilyProxy } from './family.ts';

/** MySQL's `max_connections` as it comes; without signing in nobody can ask for the real one. */
const databaseMax = 151;
const connectMs = 3000;

/** A proxy that forwards bytes: MySQL's clients sign in to the database itself. Connections are counted. */
export function createMysqlProxy(first: ProxyDescription, { clock }: { readonly clock: Clock }): FamilyProxy {
  let proxy = first;
  let count = 0;
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  const max = () => Math.max(1, Math.floor((databaseMax * proxy.pool.maxPercent) / 100));

  /** False when no connection became free in time. */
  async function enter(client: Socket): Promise<boolean> {
    let isLate = false;
    let wake: () => void = () => undefined;
    const callOff = clock.after(proxy.pool.borrowSeconds * 1000, () => {
      isLate = true;
      wake();
    });
    while (count >= max() && !isLate && !client.destroyed) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        waiting.add(resolve);
        client.once('close', resolve);
      });
      waiting.delete(wake);
    }
    callOff();
    if (count >= max() || client.destroyed) return false;
    count += 1;
    return true;
  }

  function leave(): void {
    count -= 1;
    const [next] = waiting;
    next?.();
  }

  async function serve(client: Socket): Promise<void> {
    if (!(await enter(client))) {
      client.end(errorPacket(1040, '08004', 'Timed-out waiting to acquire database connection'));
      return;
    }
    const { target } = proxy;
    if (!target) {
      client.end(errorPacket(2003, 'HY000', 'This RDS proxy has no target.'));
      leave();
      return;
    }
    const server = net.connect({ host: target.host, port: target.port, noDelay: true });
    sockets.add(server);
    let isConnected = false;
    server.once('connect', () => {
      isConnected = true;
      client.pipe(server);
      server.pipe(client);
    });
    server.on('error', (error) => {
      const text = `The database at ${target.host}:${target.port} cannot be reached: ${error.message}`;
      if (!isConnected) client.end(errorPacket(2003, 'HY000', text));
      else client.destroy();
    });
    server.once('close', () => {
      sockets.delete(server);
      client.end();
      leave();
    });
    client.once('close', () => server.destroy());
    if (client.destroyed) server.destroy();
    client.setTimeout(proxy.idleClientSeconds * 1000, () => client.destroy());
  }

  return {
    accept(client) {
      sockets.add(client);
      client.on('error', () => undefined);
      client.once('close', () => sockets.delete(client));
      void serve(client);
    },
    update: (next) => void (proxy = next),
    close: () => sockets.forEach((socket) => socket.destroy()),
    probe: () => probe(proxy),
  };
}

/** https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_err_packet.html */
function errorPacket(code: number, state: string, text: string): Buffer {
  const number = Buffer.alloc(2);
  number.writeUInt16LE(code);
  const body = Buffer.concat([Buffer.from([0xff]), number, Buffer.from(`#${state}${text}`)]);
  const head = Buffer.alloc(4);
  head.writeUIntLE(body.length, 0, 3);
  return Buffer.concat([head, body]);
}

/** A server of MySQL's speaks first: its greeting has the protocol's version 10. */
function probe({ target }: ProxyDescription): Promise<TargetHealth> {
  if (!target)
    return Promise.resolve({
      state: 'UNAVAILABLE',
      reason: 'UNREACHABLE',
      description: 'The proxy has no target.',
    });
  return new Promise((resolve) => {
    const socket = net.connect({ host: target.host, port: target.port });
    const finish = (health: TargetHealth) => {
      socket.destroy();
      resolve(health);
    };
    const failed = (reason: 'UNREACHABLE' | 'CONNECTION_FAILED', description: string) =>
      finish({ state: 'UNAVAILABLE', reason, description });
    socket.setTimeout(connectMs, () => failed('UNREACHABLE', `No answer in ${connectMs} ms.`));
    socket.on('error', (error) => failed('UNREACHABLE', error.message));
    socket.once('end', () => failed('CONNECTION_FAILED', 'The database hung up.'));
    socket.once('data', (chunk: Buffer) => {
      if (chunk[4] === 10) finish({ state: 'AVAILABLE' });
      else if (chunk[4] === 0xff) failed('CONNECTION_FAILED', chunk.toString('latin1', 7));
      else failed('CONNECTION_FAILED', 'What answers there does not speak MySQL.');
    });
  });
}
