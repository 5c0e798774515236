import 'server-only';
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { SocketEvent } from '@/lib/domain/api-socket';
import type { Place } from '@/lib/routes';

/** A connection with an API that the server holds for a page. */
export interface HeldSocket {
  readonly id: string;
  readonly ownerId: string;
  readonly place: Place;
  readonly apiId: string;
  readonly stage: string;
  readonly protocol: string;
  readonly handshakeMs: number;
  /** Closes the connection; later calls do nothing. */
  close(): void;
  send(text: string): Promise<void>;
  /** Hands on what happens from now on; the last event is `closed`. One listener. */
  listen(listener: (event: SocketEvent) => void): void;
  /** Stops reading from the network while the page does not keep up. */
  pause(): void;
  resume(): void;
}

/** Connections of the whole console, and of one user. */
export const socketsMax = 64;
export const socketsOfUserMax = 8;
/** AWS ends a connection after ten minutes without a message and after two hours; so do we, whoever serves it. */
const idleMs = 10 * 60_000 + 30_000;
const lifeMs = 2 * 3_600_000 + 60_000;
/** A peer that does not answer a close frame is hung up on. */
const closeMs = 3_000;

// Route handlers may be bundled apart from each other: what they share stands outside of modules.
const shared = globalThis as typeof globalThis & { lambdeckHeldSockets?: Map<string, HeldSocket> };
const held = (shared.lambdeckHeldSockets ??= new Map<string, HeldSocket>());

/** The connection of this user with this id, or undefined: ids of others are as good as none. */
export function findHeldSocket(
  target: Pick<HeldSocket, 'id' | 'ownerId' | 'place' | 'apiId'>,
): HeldSocket | undefined {
  const found = held.get(target.id);
  const isTheirs =
    found?.ownerId === target.ownerId &&
    found.apiId === target.apiId &&
    found.place.connectionId === target.place.connectionId &&
    found.place.region === target.place.region;
  return isTheirs ? found : undefined;
}

/** Whether one more may be opened: 'user' and 'all' say whose limit is reached. */
export function socketLimit(ownerId: string): 'user' | 'all' | undefined {
  if (held.size >= socketsMax) return 'all';
  const theirs = [...held.values()].filter((socket) => socket.ownerId === ownerId).length;
  return theirs >= socketsOfUserMax ? 'user' : undefined;
}

/** Takes a socket that is open and paused into keeping until it closes. */
export function holdSocket(
  socket: WebSocket,
  facts: Pick<HeldSocket, 'ownerId' | 'place' | 'apiId' | 'stage' | 'handshakeMs'>,
): HeldSocket {
  const id = randomUUID();
  let listener: ((event: SocketEvent) => void) | undefined;
  const now = () => new Date().toISOString();
  const idle = setTimeout(() => end(), idleMs);
  const life = setTimeout(() => end(), lifeMs);
  const forget = () => {
    clearTimeout(idle);
    clearTimeout(life);
    held.delete(id);
  };
  function end(): void {
    forget();
    socket.resume(); // Paused, it would not read the peer's answer.
    socket.close(1000);
    setTimeout(() => socket.terminate(), closeMs).unref();
  }
  socket.on('message', (received, isBinary) => {
    idle.refresh();
    const data = received as Buffer; // What sockets give unless asked for another binary type.
    const text = isBinary ? data.toString('base64') : data.toString('utf8');
    listener?.({ kind: 'frame', direction: 'in', text, bytes: data.length, at: now() });
  });
  socket.on('close', (code, reason) => {
    forget();
    listener?.({ kind: 'closed', code, reason: reason.toString('utf8'), at: now() });
    listener = undefined;
  });
  // `close` follows; without a listener an error would end the process.
  socket.on('error', () => undefined);
  const one: HeldSocket = {
    ...facts,
    id,
    protocol: socket.protocol,
    close: end,
    send: (text) =>
      new Promise((resolve, reject) => {
        idle.refresh();
        socket.send(text, {}, (error) => {
          if (error) return reject(error);
          listener?.({
            kind: 'frame',
            direction: 'out',
            text,
            bytes: Buffer.byteLength(text),
            at: now(),
          });
          resolve();
        });
      }),
    listen: (next) => {
      listener = next;
      socket.resume();
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  };
  held.set(id, one);
  return one;
}
