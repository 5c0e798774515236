import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { LoginRefused } from './client-login.ts';
import { cString, int32, message, readCString } from './framing.ts';
import { MessageReader } from './reader.ts';

const startBytesMax = 10_000;
const codes = { tls: 80_877_103, gss: 80_877_104, cancel: 80_877_102 };

export type ClientStart =
  | { readonly kind: 'cancel'; readonly processId: number; readonly secretKey: number }
  | {
      readonly kind: 'session';
      readonly socket: Duplex;
      readonly reader: MessageReader;
      readonly isSecure: boolean;
      readonly user: string;
      /** What the client asked for, its name aside; `database` is always there. */
      readonly parameters: ReadonlyMap<string, string>;
    };

/** Reads what a client says before it signs in, and puts TLS between where it wants that. */
export async function readStart(raw: Socket, context: tls.SecureContext): Promise<ClientStart> {
  let socket: Duplex = raw;
  let isSecure = false;
  let reader = new MessageReader(raw);
  for (;;) {
    const length = (await reader.bytes(4)).readInt32BE(0);
    if (length < 8 || length > startBytesMax)
      throw new LoginRefused('The startup packet has a length that cannot be.', '08P01');
    const body = await reader.bytes(length - 4);
    const code = body.readInt32BE(0);
    if (code === codes.cancel && body.length === 12)
      return { kind: 'cancel', processId: body.readInt32BE(4), secretKey: body.readInt32BE(8) };
    if (code === codes.gss) socket.write('N');
    else if (code === codes.tls && !isSecure) {
      // Plain bytes behind the request would be taken for encrypted ones.
      if (reader.hasMore)
        throw new LoginRefused('Data came between the request for TLS and its answer.', '08P01');
      reader.release();
      raw.write('S');
      socket = await secured(raw, context);
      reader = new MessageReader(socket);
      isSecure = true;
    } else return { kind: 'session', socket, reader, isSecure, ...readParameters(socket, code, body) };
  }
}

function secured(raw: Socket, secureContext: tls.SecureContext): Promise<Duplex> {
  const socket = new tls.TLSSocket(raw, { isServer: true, secureContext });
  return new Promise((resolve, reject) => {
    socket.once('secure', () => resolve(socket));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the client hung up')));
  });
}

function readParameters(socket: Duplex, version: number, body: Buffer) {
  if (version >> 16 !== 3)
    throw new LoginRefused(
      `The protocol version ${version >> 16} is not one that the proxy speaks.`,
      '08P01',
    );
  const given = new Map<string, string>();
  for (let at = 4; at < body.length && body[at] !== 0;) {
    const name = readCString(body, at);
    at += Buffer.byteLength(name) + 1;
    const value = readCString(body, at);
    at += Buffer.byteLength(value) + 1;
    given.set(name, value);
  }
  const user = given.get('user') ?? '';
  const unknown = [...given.keys()].filter((name) => name.startsWith('_pq_.'));
  if (version !== 196_608 || unknown.length > 0)
    socket.write(message('v', int32(0), int32(unknown.length), ...unknown.map(cString)));
  if (given.has('replication'))
    throw new LoginRefused('Replication connections are not supported by the proxy.', '0A000');
  const kept = [...given].filter(([name]) => name !== 'user' && !unknown.includes(name));
  return { user, parameters: new Map([['database', user], ...kept]) };
}
