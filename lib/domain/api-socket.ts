import type { NameValue } from './api-request.ts';
import type { ConsoleError } from './console-error.ts';

/** A connection with a WebSocket API, held by the console's server for a page of it. */
export interface SocketRequest {
  readonly stage: string;
  readonly query: readonly NameValue[];
  readonly headers: readonly NameValue[];
  /** Values of `Sec-WebSocket-Protocol`. */
  readonly protocols: readonly string[];
  /** `iam` signs the upgrade with the keys of the connection. */
  readonly auth: 'none' | 'iam';
}

/** What happens on a connection, as the page is told. `at`: ISO time. */
export type SocketEvent =
  | {
      readonly kind: 'opened';
      readonly socketId: string;
      readonly protocol: string;
      readonly handshakeMs: number;
      readonly at: string;
    }
  /** The API answered the upgrade with a status of its own: `$connect` or an authorizer said no. */
  | { readonly kind: 'refused'; readonly status: number; readonly body: string; readonly at: string }
  | {
      readonly kind: 'frame';
      readonly direction: 'in' | 'out';
      readonly text: string;
      readonly bytes: number;
      readonly at: string;
    }
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string; readonly at: string }
  | { readonly kind: 'failed'; readonly error: ConsoleError };

/** AWS closes a connection that sends a larger message. */
export const socketMessageBytesMax = 128 * 1024;

/** Value of a route selection expression for a message: the key of a route, or undefined for `$default`. */
export function selectedRoute(expression: string, message: string): string | undefined {
  let body: unknown;
  try {
    body = JSON.parse(message);
  } catch {
    return undefined;
  }
  const read = (path: string): string | undefined => {
    let value = body;
    for (const name of path.split('.')) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
      value = (value as Record<string, unknown>)[name];
    }
    return typeof value === 'object' ? undefined : String(value);
  };
  const single = /^\$request\.body\.([\w.-]+)$/.exec(expression)?.[1];
  if (single !== undefined) return read(single);
  return expression.replace(/\$\{request\.body\.([\w.-]+)\}/g, (_whole, path: string) => read(path) ?? '');
}
