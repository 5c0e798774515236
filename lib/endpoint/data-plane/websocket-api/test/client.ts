import { text } from 'node:stream/consumers';
import type { IncomingHttpHeaders } from 'node:http';
import { WebSocket } from 'ws';

export interface ClientOptions {
  readonly protocols?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Instead of a WebSocket. */
export interface Refused {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly json: Record<string, unknown>;
}

export type Client = Exclude<Awaited<ReturnType<typeof connectTo>>, Refused>;

/** A real client that keeps what it receives. */
export async function connectTo(url: string, options: ClientOptions = {}) {
  const socket = new WebSocket(url, [...(options.protocols ?? [])], {
    perMessageDeflate: false,
    ...(options.headers && { headers: options.headers }),
  });
  const received: string[] = [];
  const readers: ((text: string) => void)[] = [];
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  socket.on('message', (data) => {
    const reader = readers.shift();
    if (reader) reader(data.toString());
    else received.push(data.toString());
  });
  const refused = await new Promise<Refused | undefined>((resolve, reject) => {
    socket.on('open', () => resolve(undefined));
    socket.on('error', reject);
    socket.on('unexpected-response', (request, response) => {
      const { statusCode: status = 0, headers } = response;
      void text(response).then((body) => {
        request.destroy();
        resolve({
          status,
          headers,
          body,
          get json() {
            return JSON.parse(body) as Record<string, unknown>;
          },
        });
      }, reject);
    });
  });
  if (refused) return refused;
  /** The next text frame. */
  const next = (): Promise<string> => {
    const [first] = received.splice(0, 1);
    return first === undefined ? new Promise((resolve) => readers.push(resolve)) : Promise.resolve(first);
  };
  return {
    socket,
    received,
    closed,
    next,
    nextJson: async () => JSON.parse(await next()) as Record<string, unknown>,
    send: (value: unknown) => socket.send(typeof value === 'string' ? value : JSON.stringify(value)),
  };
}

/** A client that has to come in. */
export async function openClient(url: string, options?: ClientOptions): Promise<Client> {
  const made = await connectTo(url, options);
  if ('status' in made) throw new Error(`The upgrade was answered with ${made.status}: ${made.body}`);
  return made;
}

export async function refusedClient(url: string, options?: ClientOptions): Promise<Refused> {
  const made = await connectTo(url, options);
  if ('status' in made) return made;
  made.socket.terminate();
  throw new Error('The upgrade was not refused.');
}
