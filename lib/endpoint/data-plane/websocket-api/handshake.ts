import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from '../shared/answer.ts';

/** AWS's bound of an address with its query. */
const addressMax = 4096;
const keyPattern = /^[A-Za-z0-9+/]{22}==$/;
const protocolPattern = /^[\w!#$%&'*+.^`|~-]+(\s*,\s*[\w!#$%&'*+.^`|~-]+)*$/;

/** What is wrong with an upgrade, as a status; undefined for one that a WebSocket can come of. */
export function handshakeProblem(request: IncomingMessage): number | undefined {
  const { headers } = request;
  const version = headers['sec-websocket-version'];
  if ((request.url ?? '').length > addressMax) return 414;
  if (request.method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket') return 400;
  if (!keyPattern.test(headers['sec-websocket-key'] ?? '')) return 400;
  if (version !== '13' && version !== '8') return 426;
  const protocols = offeredProtocols(request);
  const isRepeated = new Set(protocols).size < protocols.length;
  const given = headers['sec-websocket-protocol'];
  return isRepeated || (given !== undefined && !protocolPattern.test(given)) ? 400 : undefined;
}

export function offeredProtocols({ headers }: IncomingMessage): string[] {
  const given = headers['sec-websocket-protocol'];
  return given === undefined ? [] : given.split(',').map((one) => one.trim());
}

/** Answers an upgrade with plain HTTP and hangs up. */
export function refuseUpgrade(socket: Duplex, { status, headers, body }: Omit<Answer, 'cookies'>): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}`,
    `Date: ${new Date().toUTCString()}`,
    'Connection: close',
    `Content-Length: ${bytes.length}`,
    ...(status === 426 ? ['Upgrade: websocket', 'Sec-WebSocket-Version: 13'] : []),
    ...Object.entries(headers).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => `${name}: ${one}`),
    ),
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]));
}
