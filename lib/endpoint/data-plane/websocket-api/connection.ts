import { WebSocket } from 'ws';

/** An open WebSocket and what is remembered of its upgrade: thousands may be open, so nothing more than is told later. */
export interface Connection {
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly stageName: string;
  readonly connectedAtMs: number;
  readonly sourceIp: string;
  readonly userAgent: string | undefined;
  /** The name by which the client came, with its port. */
  readonly domainName: string;
  /** What the authorizer of `$connect` said; told in every later event. */
  readonly authorizer: Readonly<Record<string, unknown>> | undefined;
  readonly socket: WebSocket;
  /** Of the last message in either direction, and of the last ping. */
  lastActiveMs: number;
  /** Why this side closes; undefined as long as it does not. */
  closing: Closing | undefined;
}

/** Status code and reason of a close frame. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** Neither side has begun to close it. */
export function isOpen({ closing, socket }: Connection): boolean {
  return closing === undefined && socket.readyState === WebSocket.OPEN;
}

/** What a client may leave unread before it is not sent more. */
const unreadBytesMax = 1_048_576;

/** Sends a text frame; false, without sending, for a client that has left too much unread. */
export function sendText(connection: Connection, text: string, nowMs: number): boolean {
  if (connection.socket.bufferedAmount + text.length > unreadBytesMax) return false;
  connection.socket.send(text);
  connection.lastActiveMs = nowMs;
  return true;
}

/** Begins to close; the client has some seconds to agree. What it sends until then is passed over. */
export function closeConnection(connection: Connection, closing: Closing): void {
  connection.closing ??= closing;
  connection.socket.close(closing.code, closing.reason);
}
