import type { Connection } from './connection.ts';

/** Of one connection; then it is not read from until some are answered. */
const ownMessagesMax = 32;
/** Of all connections together. */
const allBytesMax = 64 * 1_048_576;

/** Bounds the messages that are being answered, by leaving more of them in the network. */
export function createIntake() {
  const counts = new Map<Connection, number>();
  const paused = new Set<Connection>();
  let bytes = 0;

  return {
    begin(connection: Connection, messageBytes: number): void {
      const count = (counts.get(connection) ?? 0) + 1;
      counts.set(connection, count);
      bytes += messageBytes;
      if (count < ownMessagesMax && bytes < allBytesMax) return;
      paused.add(connection);
      connection.socket.pause();
    },
    end(connection: Connection, messageBytes: number): void {
      const count = (counts.get(connection) ?? 1) - 1;
      if (count > 0) counts.set(connection, count);
      else counts.delete(connection);
      bytes -= messageBytes;
      if (bytes >= allBytesMax) return;
      for (const one of paused) {
        if ((counts.get(one) ?? 0) > ownMessagesMax / 2) continue;
        paused.delete(one);
        one.socket.resume();
      }
    },
  };
}

export type Intake = ReturnType<typeof createIntake>;
