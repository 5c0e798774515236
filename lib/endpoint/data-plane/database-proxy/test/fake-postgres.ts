import { createHash } from 'node:crypto';
import net, { type Socket } from 'node:net';
import { cString, errorMessage, int32, message, readCString } from '../framing.ts';
import { MessageReader } from '../reader.ts';

export interface FakePostgres {
  readonly port: number;
  /** `connection: text` of everything that was asked, in order. */
  readonly asked: string[];
  /** Connections that are open. */
  readonly open: () => number;
  /** Startup parameters of every connection that was made. */
  readonly started: Record<string, string>[];
  readonly cancelled: number[];
  close(): Promise<void>;
}

interface Options {
  readonly max?: number;
  /** How it has clients sign in. */
  readonly login?: 'trust' | 'cleartext' | 'md5';
  readonly password?: string;
}

const row = (text: string) => {
  const size = Buffer.alloc(2);
  size.writeInt16BE(1);
  return message('D', size, int32(Buffer.byteLength(text)), text);
};

/** As much of a PostgreSQL as a proxy can tell it by: its answers name the connection that was asked. */
export async function startFakePostgres(options: Options = {}): Promise<FakePostgres> {
  const state = { asked: [] as string[], started: [] as Record<string, string>[], cancelled: [] as number[] };
  const sockets = new Set<Socket>();
  let count = 0;
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    // A client that hangs up ends the reading.
    serve(socket, () => (count += 1), state, options).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    ...state,
    port: address && typeof address === 'object' ? address.port : 0,
    open: () => sockets.size,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

type State = Pick<FakePostgres, 'asked' | 'started' | 'cancelled'>;

async function serve(socket: Socket, next: () => number, state: State, options: Options): Promise<void> {
  const reader = new MessageReader(socket);
  let start: Buffer;
  for (;;) {
    start = await reader.bytes((await reader.bytes(4)).readInt32BE(0) - 4);
    if (start.readInt32BE(0) === 80_877_102) {
      state.cancelled.push(start.readInt32BE(4));
      socket.end();
      return;
    }
    if (start.readInt32BE(0) !== 80_877_103) break;
    socket.write('N');
  }
  const words = start.toString('utf8', 4).split('\0');
  const parameters = Object.fromEntries(
    words.flatMap((word, at) => (at % 2 === 0 && word !== '' ? [[word, words[at + 1] ?? '']] : [])),
  );
  state.started.push(parameters);
  if (!(await isLetIn(socket, reader, parameters.user ?? '', options))) {
    socket.end(errorMessage('28P01', `password authentication failed for user "${parameters.user}"`));
    return;
  }
  const id = next();
  socket.write(
    Buffer.concat([
      message('R', int32(0)),
      message('S', cString('server_version'), cString('15.0')),
      message('K', int32(id), int32(7)),
      message('Z', 'I'),
    ]),
  );
  await answer(socket, reader, id, state, options);
}

async function isLetIn(
  socket: Socket,
  reader: MessageReader,
  user: string,
  { login, password = 'secret' }: Options,
) {
  if (login === undefined || login === 'trust') return true;
  const salt = Buffer.from('salt');
  socket.write(login === 'md5' ? message('R', int32(5), salt) : message('R', int32(3)));
  const given = readCString((await reader.message()).body);
  const md5 = (text: string | Buffer) => createHash('md5').update(text).digest('hex');
  const inner = md5(password + user);
  return given === (login === 'md5' ? `md5${md5(Buffer.concat([Buffer.from(inner), salt]))}` : password);
}

async function answer(
  socket: Socket,
  reader: MessageReader,
  id: number,
  state: State,
  { max = 100 }: Options,
) {
  let status = 'I';
  let parsed = '';
  const run = (text: string) => {
    state.asked.push(`${id}: ${text}`);
    if (/^begin/i.test(text)) status = 'T';
    if (/^(commit|rollback)/i.test(text)) status = 'I';
    const value = text === 'SHOW max_connections' ? String(max) : String(id);
    socket.write(Buffer.concat([row(value), message('C', cString('SELECT 1'))]));
  };
  for (;;) {
    const { type, body } = await reader.message();
    if (type === 'X') return socket.end();
    if (type === 'Q') run(readCString(body));
    if (type === 'P') {
      parsed = readCString(body, body.indexOf(0) + 1);
      socket.write(message('1'));
    }
    if (type === 'B') socket.write(message('2'));
    if (type === 'E') run(parsed);
    if (type === 'Q' || type === 'S') socket.write(message('Z', status));
  }
}
