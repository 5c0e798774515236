import type { Clock } from '../../services/clock.ts';
import { closeConnection, type Connection } from './connection.ts';

export interface LifeLimits {
  /** Without a message in either direction. */
  readonly idleMs: number;
  readonly totalMs: number;
}

export const awsLifeLimits: LifeLimits = { idleMs: 600_000, totalMs: 7_200_000 };

export type Connections = ReturnType<typeof createConnections>;

/** The open connections by id. Each is closed when it is idle or old. */
export function createConnections(clock: Clock, { idleMs, totalMs }: LifeLimits) {
  const open = new Map<string, Connection>();
  const watches = new Map<string, () => void>();

  function watch(connection: Connection): void {
    const endMs = Math.min(connection.lastActiveMs + idleMs, connection.connectedAtMs + totalMs);
    const leftMs = endMs - clock.now();
    if (leftMs <= 0) {
      watches.delete(connection.id);
      closeConnection(connection, { code: 1001, reason: 'Going away' });
      return;
    }
    watches.set(
      connection.id,
      clock.after(leftMs, () => watch(connection)),
    );
  }

  return {
    get size(): number {
      return open.size;
    },
    find: (id: string): Connection | undefined => open.get(id),
    all: (): Iterable<Connection> => open.values(),
    add(connection: Connection): void {
      open.set(connection.id, connection);
      watch(connection);
    },
    remove({ id }: Connection): void {
      open.delete(id);
      watches.get(id)?.();
      watches.delete(id);
    },
  };
}
