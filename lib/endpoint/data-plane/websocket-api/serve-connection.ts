import type { Duplex } from 'node:stream';
import { closeConnection, type Closing, type Connection } from './connection.ts';
import { createFrameWatch } from './frame-watch.ts';
import type { SocketParts } from './parts.ts';
import { serveDisconnect, serveMessage, tellFault } from './serve-message.ts';

/** AWS's bounds. */
export const messageBytesMax = 131_072;
const frameBytesMax = 32_768;

/** Lives with an open connection until it is closed. */
export function serveConnection(
  parts: SocketParts,
  facts: Omit<Connection, 'lastActiveMs' | 'closing'>,
  raw: Duplex,
): Connection {
  const connection: Connection = { ...facts, lastActiveMs: parts.clock.now(), closing: undefined };
  const { socket } = connection;
  raw.prependListener(
    'data',
    createFrameWatch((bytes) => {
      if (bytes > frameBytesMax) closeConnection(connection, { code: 1009, reason: 'Message too long' });
    }),
  );
  // Buffers are what sockets give unless asked for another binary type.
  socket.on('message', (data, isBinary) => onMessage(parts, connection, data as Buffer, isBinary));
  socket.on('ping', () => {
    connection.lastActiveMs = parts.clock.now();
  });
  socket.on('error', (error) => {
    connection.closing ??= closingOf(error);
  });
  socket.on('close', (code, reason) => {
    parts.connections.remove(connection);
    const disconnect = connection.closing ?? { code, reason: reasonOf(code, reason.toString()) };
    void watch(parts, connection, serveDisconnect(parts, connection, disconnect));
  });
  parts.connections.add(connection);
  return connection;
}

function onMessage(parts: SocketParts, connection: Connection, data: Buffer, isBinary: boolean): void {
  if (connection.closing) return;
  connection.lastActiveMs = parts.clock.now();
  if (isBinary) {
    closeConnection(connection, { code: 1003, reason: 'Binary frames are not supported' });
    return;
  }
  parts.intake.begin(connection, data.length);
  const work = serveMessage(parts, connection, data.toString()).catch((error: unknown) => {
    tellFault(parts, connection);
    throw error;
  });
  void watch(parts, connection, work).then(() => parts.intake.end(connection, data.length));
}

/** What fails here is ours: the endpoint's log has it, and the connection lives on. */
function watch({ log, running }: SocketParts, { id, apiId }: Connection, work: Promise<void>): Promise<void> {
  const watched = work
    .catch((error: unknown) => {
      log.error({ err: error, apiId, connectionId: id }, 'An event of a WebSocket failed');
    })
    .finally(() => running.delete(watched));
  running.add(watched);
  return watched;
}

function reasonOf(code: number, given: string): string {
  if (given !== '') return given;
  if (code === 1005) return 'Client-side close frame status not set';
  return code === 1006 ? 'Connection closed abnormally' : '';
}

/** What the library closes with for what a client may not send. */
function closingOf(error: Error & { readonly code?: unknown }): Closing | undefined {
  switch (error.code) {
    case 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH':
      return { code: 1009, reason: 'Message too long' };
    case 'WS_ERR_INVALID_UTF8':
      return { code: 1007, reason: 'Invalid UTF-8' };
    default:
      return typeof error.code === 'string' && error.code.startsWith('WS_ERR_')
        ? { code: 1002, reason: 'Protocol error' }
        : undefined;
  }
}
