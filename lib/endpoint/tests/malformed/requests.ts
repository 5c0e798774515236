import { request as sendHttp } from 'node:http';
import { mutate, printable } from '../../http/test/mutate.ts';
import { oneOf, type Random } from '../../http/test/random.ts';
import type { RawAnswer, RawRequest } from '../../http/test/raw-request.ts';
import type { Subject } from './subjects.ts';

/** As the SDK hands it to whatever sends it. */
interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

class Written extends Error {
  readonly request: SdkRequest;
  constructor(request: SdkRequest) {
    super('written, not sent');
    this.request = request;
  }
}

/** For `everyOperation`: keeps a client's request instead of sending it. */
export const requestWriter = {
  handle: (request: SdkRequest) => Promise.reject(new Written(request)),
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
  destroy: () => undefined,
};

/** The request as the service's own client writes it; undefined for an input that the client itself refuses. */
export async function writeRequest(subject: Subject, input: unknown): Promise<RawRequest | undefined> {
  try {
    await subject.client.send(new subject.Command(input));
  } catch (error) {
    if (error instanceof Written) return rawRequest(error.request);
  }
  return undefined;
}

function rawRequest({ method, path, query, headers, body }: SdkRequest): RawRequest {
  const parameters = Object.entries(query ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as string[]) : [value as string | null]).map((one) =>
      one === null ? encodeURIComponent(name) : `${encodeURIComponent(name)}=${encodeURIComponent(one)}`,
    ),
  );
  const isBytes = typeof body === 'string' || body instanceof Uint8Array;
  return {
    method,
    path: parameters.length > 0 ? `${path}?${parameters.join('&')}` : path,
    headers,
    ...(isBytes && { body }),
  };
}

const HEADER_VALUES = [
  '',
  'x',
  'application/json',
  'text/plain',
  'gzip',
  'aws-chunked',
  '-1',
  '0',
  '{}',
] as const;

/** The request with some of its bytes changed: body, path, query or one header. */
export function damage(request: RawRequest, random: Random): RawRequest {
  let body = Buffer.from(request.body ?? '');
  let path = Buffer.from(request.path ?? '/');
  const headers: Record<string, string> = { ...request.headers };
  for (let change = random(3); change >= 0; change -= 1) {
    const where = random(10);
    if (where < 6 && body.length > 0) body = mutate(body, random) as typeof body;
    else if (where < 9) path = mutate(path, random) as typeof path;
    else {
      const name = oneOf(Object.keys(headers), random);
      if (random(4) === 0) delete headers[name];
      else headers[name] = oneOf(HEADER_VALUES, random);
    }
  }
  return {
    ...request,
    headers,
    path: `/${printable(path.toString('latin1')).replace(/^\/+/, '')}`,
    ...(body.length > 0 && { body }),
  };
}

/** Sends what the SDK would not. Of an answer that goes on and on only the head is waited for. */
export function send(url: string, request: RawRequest, waitMsMax: number): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  // Node refuses to send names that are no token.
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => !/^(host|content-length)$/i.test(name) && /^[\w!#$%&'*+.^`|~-]+$/.test(name),
  );
  return new Promise((resolve, reject) => {
    const outgoing = sendHttp(
      {
        host: hostname,
        port,
        method: request.method,
        path: request.path,
        headers: Object.fromEntries(headers.map(([name, value]) => [name, printableHeader(value)])),
        agent: false,
        timeout: waitMsMax,
      },
      (incoming) => {
        const pieces: Buffer[] = [];
        const done = () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(pieces).toString('utf8'),
          });
        incoming.on('data', (piece: Buffer) => pieces.push(piece));
        incoming.on('error', reject);
        incoming.on('end', done);
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer after ${waitMsMax} ms`)));
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

/** Node refuses to send control characters in a header. */
function printableHeader(value: string): string {
  return value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
}
