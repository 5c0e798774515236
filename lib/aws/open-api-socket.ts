import 'server-only';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { hostOf, type ApiAddress } from '@/lib/aws/api-address';
import type { Aws } from '@/lib/aws/clients';
import { signApiRequest } from '@/lib/aws/sign-api-request';
import { queryText } from '@/lib/domain/api-request';
import { socketMessageBytesMax, type SocketRequest } from '@/lib/domain/api-socket';

/** API Gateway waits 29 seconds for `$connect`. */
const handshakeMs = 35_000;
const refusalBytesMax = 64 * 1024;

export type OpenedSocket =
  | { readonly kind: 'open'; readonly socket: WebSocket }
  | { readonly kind: 'refused'; readonly status: number; readonly body: string };

async function bodyOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > refusalBytesMax) break;
    }
  } catch {
    // The status is what counts; a body that ends early is shown as far as it came.
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, refusalBytesMax);
}

/**
 * Connects with a WebSocket API. The answer of an API that refuses is no failure here. The socket comes paused, so
 * that nothing is lost before it has listeners. Rejects with a network error, also when `signal` aborts.
 */
export async function openApiSocket(
  aws: Aws,
  address: ApiAddress,
  request: SocketRequest,
  signal: AbortSignal,
): Promise<OpenedSocket> {
  const typed = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const headers =
    request.auth === 'iam'
      ? await signApiRequest(aws, address, {
          method: 'GET',
          path: '',
          query: request.query,
          headers: { ...typed, host: hostOf(address) },
          body: '',
        })
      : typed;
  const query = queryText(request.query);
  const isTls = address.protocol === 'https:';
  const url = `${isTls ? 'wss' : 'ws'}://${hostOf(address)}${address.basePath || '/'}${query && `?${query}`}`;
  const socket = new WebSocket(url, [...request.protocols], {
    headers,
    agent: isTls ? address.agents.httpsAgent : address.agents.httpAgent,
    handshakeTimeout: handshakeMs,
    maxPayload: socketMessageBytesMax * 2,
    perMessageDeflate: false,
  });
  return new Promise((resolve, reject) => {
    const abort = () => socket.terminate();
    signal.addEventListener('abort', abort, { once: true });
    const done = () => signal.removeEventListener('abort', abort);
    socket.on('open', () => {
      done();
      socket.pause();
      resolve({ kind: 'open', socket });
    });
    socket.on('unexpected-response', (upgrade, response) => {
      done();
      void bodyOf(response).then((body) => {
        upgrade.destroy();
        resolve({ kind: 'refused', status: response.statusCode ?? 0, body });
      });
    });
    socket.on('error', (error) => {
      done();
      reject(error); // After the socket is open this does nothing: its holder listens, too.
    });
  });
}
