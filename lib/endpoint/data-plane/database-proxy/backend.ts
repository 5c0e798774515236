import net from 'node:net';
import tls from 'node:tls';
import type { Duplex } from 'node:stream';
import { cString, int32, message, readCString, readFields, type Message } from './framing.ts';
import { md5Answer, scramClient } from './passwords.ts';
import { MessageReader } from './reader.ts';

const connectMs = 10_000;
const tlsRequest = Buffer.concat([int32(8), int32(80_877_103)]);

/** Why a connection to a database could not be had. */
export class BackendFailure extends Error {
  readonly reason: 'UNREACHABLE' | 'CONNECTION_FAILED' | 'AUTH_FAILURE';
  /** The database's own code, if it said one. */
  readonly code: string;

  constructor(reason: BackendFailure['reason'], text: string, code = '08006') {
    super(text);
    this.reason = reason;
    this.code = code;
  }
}

export interface BackendTarget {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** `database` and what else the client asked for at its start. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly initQuery: string | undefined;
  readonly timeoutMs?: number;
}

/** A connection to the database that has signed in, with what that said about itself. */
export interface Backend {
  readonly socket: Duplex;
  /** ParameterStatus messages, as they came. */
  readonly statuses: ReadonlyMap<string, string>;
  readonly processId: number;
  readonly secretKey: number;
  /** Runs statements while nobody else uses the connection. Returns the first value of each row. */
  query(text: string): Promise<string[]>;
  close(): void;
}

/** Connects and signs in; throws BackendFailure. */
export async function openBackend(target: BackendTarget): Promise<Backend> {
  const { timeoutMs = connectMs } = target;
  const raw = net.connect({ host: target.host, port: target.port, noDelay: true });
  const timer = setTimeout(
    () => raw.destroy(new Error(`the database did not answer in ${timeoutMs} ms`)),
    timeoutMs,
  );
  const sockets: Duplex[] = [raw];
  // Until a reader listens; every step below learns of the end by itself.
  raw.on('error', () => undefined);
  try {
    await connected(raw, target);
    const socket = await offeredTls(raw);
    sockets.push(socket);
    socket.on('error', () => undefined);
    const backend = await signIn(socket, target);
    if (target.initQuery !== undefined) await backend.query(target.initQuery);
    return backend;
  } catch (error) {
    for (const socket of sockets) socket.destroy();
    if (error instanceof BackendFailure) throw error;
    throw new BackendFailure('CONNECTION_FAILED', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

function connected(socket: net.Socket, { host, port }: BackendTarget): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', (error) =>
      reject(
        new BackendFailure(
          'UNREACHABLE',
          `The database at ${host}:${port} cannot be reached: ${error.message}`,
        ),
      ),
    );
  });
}

/** TLS where the database offers it, as `sslmode=prefer`: the certificate is not checked. */
async function offeredTls(raw: net.Socket): Promise<Duplex> {
  const reader = new MessageReader(raw);
  raw.write(tlsRequest);
  const answer = (await reader.bytes(1)).toString('latin1');
  reader.release();
  if (answer === 'N') return raw;
  if (answer !== 'S')
    throw new BackendFailure('CONNECTION_FAILED', 'What answers there does not speak PostgreSQL.');
  const secured = tls.connect({ socket: raw, rejectUnauthorized: false });
  await new Promise<void>((resolve, reject) => {
    secured.once('secureConnect', resolve);
    secured.once('error', reject);
  });
  return secured;
}

async function signIn(socket: Duplex, target: BackendTarget): Promise<Backend> {
  const reader = new MessageReader(socket);
  const pairs = [...target.parameters].flatMap(([name, value]) => [cString(name), cString(value)]);
  const body = Buffer.from([cString('user'), cString(target.username), ...pairs, '\0'].join(''));
  socket.write(Buffer.concat([int32(body.length + 8), int32(196_608), body]));
  await authenticate(socket, reader, target);
  const statuses = new Map<string, string>();
  let [processId, secretKey] = [0, 0];
  for (;;) {
    const { type, body: content } = await reader.message();
    if (type === 'E') throw refusalOf(content);
    if (type === 'S') {
      const name = readCString(content);
      statuses.set(name, readCString(content, Buffer.byteLength(name) + 1));
    }
    if (type === 'K') [processId, secretKey] = [content.readInt32BE(0), content.readInt32BE(4)];
    if (type === 'Z') break;
  }
  reader.release();
  return {
    socket,
    statuses,
    processId,
    secretKey,
    query: (text) => runQuery(socket, text),
    close() {
      if (!socket.destroyed) socket.end(message('X'));
      // A database that does not hang up is not waited for.
      setTimeout(() => socket.destroy(), 1000).unref();
    },
  };
}

/** https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP */
async function authenticate(
  socket: Duplex,
  reader: MessageReader,
  { username, password }: BackendTarget,
): Promise<void> {
  const scram = scramClient(password);
  for (;;) {
    const { type, body } = await reader.message();
    if (type === 'E') throw refusalOf(body);
    if (type === 'v') continue;
    if (type !== 'R')
      throw new BackendFailure('CONNECTION_FAILED', 'What answers there does not speak PostgreSQL.');
    const data = body.subarray(4);
    switch (body.readInt32BE(0)) {
      case 0:
        return;
      case 3:
        socket.write(message('p', cString(password)));
        break;
      case 5:
        socket.write(message('p', cString(md5Answer(username, password, data))));
        break;
      case 10:
        if (!data.toString().split('\0').includes('SCRAM-SHA-256'))
          throw new BackendFailure(
            'AUTH_FAILURE',
            'The database asks for a way to sign in that the proxy does not know.',
          );
        socket.write(message('p', cString('SCRAM-SHA-256'), int32(scram.first.length), scram.first));
        break;
      case 11:
        socket.write(message('p', await scram.final(data.toString())));
        break;
      case 12:
        scram.verify(data.toString());
        break;
      default:
        throw new BackendFailure(
          'AUTH_FAILURE',
          'The database asks for a way to sign in that the proxy does not know.',
        );
    }
  }
}

function refusalOf(body: Buffer): BackendFailure {
  const fields = readFields(body);
  const code = fields.get('C') ?? '';
  // Class 28: invalid authorization specification.
  const reason = code.startsWith('28') ? 'AUTH_FAILURE' : 'CONNECTION_FAILED';
  return new BackendFailure(reason, fields.get('M') ?? 'The database refused the connection.', code);
}

async function runQuery(socket: Duplex, text: string): Promise<string[]> {
  const reader = new MessageReader(socket);
  let failure: BackendFailure | undefined;
  try {
    socket.write(message('Q', cString(text)));
    const values: string[] = [];
    for (;;) {
      const { type, body } = await reader.message(1_048_576);
      if (type === 'E') failure ??= refusalOf(body);
      if (type === 'D') values.push(firstColumn({ type, body }));
      if (type !== 'Z') continue;
      if (failure) throw failure;
      return values;
    }
  } catch (error) {
    // After a fatal error the connection ends, and the first of the two is the reason.
    throw failure ?? error;
  } finally {
    reader.release();
  }
}

function firstColumn({ body }: Message): string {
  const length = body.readInt32BE(2);
  return length < 0 ? '' : body.toString('utf8', 6, 6 + length);
}

/** Asks a database to stop what one of its connections does. Nobody answers. */
export function sendCancel(target: { readonly host: string; readonly port: number }, backend: Backend): void {
  const socket = net.connect({ host: target.host, port: target.port });
  socket.on('error', () => undefined);
  socket.setTimeout(connectMs, () => socket.destroy());
  socket.end(
    Buffer.concat([int32(16), int32(80_877_102), int32(backend.processId), int32(backend.secretKey)]),
  );
}
