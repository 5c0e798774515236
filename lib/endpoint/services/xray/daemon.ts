import { createSocket, type Socket } from 'node:dgram';
import type { Place } from './records.ts';

/** Where functions of a place send their subsegments, as to the daemon that AWS runs beside each of them. */
export interface TraceDaemon {
  /** `127.0.0.1:<port>`; undefined when no socket could be opened, which has been told then. Never rejects. */
  addressFor(place: Place): string | undefined | Promise<string | undefined>;
  close(): Promise<void>;
}

/** Sockets of so many accounts and Regions; functions of others send nothing. */
const placesMax = 64;
/** Of packets that wait to be read, before the system drops some; a function sends a subsegment at a time. */
const receiveBufferBytes = 4 * 1024 * 1024;

/**
 * One socket on loopback for each account and Region, since a packet does not say whose it is. What is no packet of
 * X-Ray is dropped in silence, as by AWS's daemon.
 */
export function createTraceDaemon(options: {
  readonly receive: (place: Place, document: string) => void;
  readonly onFailure: (message: string, error: unknown) => void;
}): TraceDaemon {
  const sockets = new Map<
    string,
    { socket: Socket; address: string | undefined | Promise<string | undefined> }
  >();

  function open(place: Place, id: string): Promise<string | undefined> {
    const socket = createSocket('udp4');
    // Functions hold the program open, not what they may send.
    socket.unref();
    socket.on('message', (packet) => {
      const document = documentIn(packet);
      if (document !== undefined) options.receive(place, document);
    });
    const opening = new Promise<string | undefined>((resolve) => {
      socket.on('error', (error) => {
        options.onFailure('The socket for trace segments of functions failed', error);
        settle(undefined);
      });
      const settle = (address: string | undefined): void => {
        const entry = sockets.get(id);
        if (entry) entry.address = address;
        resolve(address);
      };
      socket.bind(0, '127.0.0.1', () => {
        try {
          socket.setRecvBufferSize(receiveBufferBytes);
        } catch {
          // The system allows less; it keeps its own size.
        }
        settle(`127.0.0.1:${socket.address().port}`);
      });
    });
    sockets.set(id, { socket, address: opening });
    return opening;
  }

  return {
    addressFor(place) {
      const id = `${place.accountId}/${place.region}`;
      const known = sockets.get(id);
      if (known) return known.address;
      return sockets.size < placesMax ? open(place, id) : undefined;
    },
    async close() {
      const open = [...sockets.values()];
      sockets.clear();
      await Promise.all(
        open.map(async ({ socket, address }) => {
          await address;
          await new Promise<void>((resolve) => socket.close(() => resolve()));
        }),
      );
    },
  };
}

/** After the header `{"format":"json","version":1}` and a line feed. */
export function documentIn(packet: Uint8Array): string | undefined {
  const text = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength).toString('utf8');
  const end = text.indexOf('\n');
  if (end < 0 || end > 200) return undefined;
  try {
    const header: unknown = JSON.parse(text.slice(0, end));
    const { format, version } = Object(header) as { format?: unknown; version?: unknown };
    return format === 'json' && version === 1 ? text.slice(end + 1) : undefined;
  } catch {
    return undefined;
  }
}
