import 'server-only';
import http from 'node:http';
import https from 'node:https';
import type { Aws } from '@/lib/aws/clients';
import { clientConfig } from '@/lib/aws/client-config';
import { getConfig } from '@/lib/config';
import { assertEndpointUrlAllowed, guardedLookup } from '@/lib/connections/address';

const answerMs = 15_000;
const silenceMs = 30_000;

/** The endpoint's answer to a presigned URL was not the file; read by `toConsoleError` like an SDK exception. */
export class LocationError extends Error {
  override readonly name = 'LocationError';
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(httpStatusCode: number) {
    super(`The package could not be fetched from where the endpoint keeps it (HTTP ${httpStatusCode}).`);
    this.$metadata = { httpStatusCode };
  }
}

/**
 * Opens a presigned URL that AWS handed out. The URL stays on the server, redirects are not followed. The
 * connection's own address is trusted as the connection is; any other one passes the address rules first, when
 * it is looked up and again when the socket opens, because the endpoint chose it and nobody else has seen it.
 * Rejects with a LocationError, a ConnectionError or a network error.
 */
export async function openLocation(aws: Aws, location: string): Promise<http.IncomingMessage> {
  const url = new URL(location);
  const { endpoint, requestHandler } = await clientConfig(aws.connection, aws.region);
  const isOwn = endpoint !== undefined && new URL(endpoint).origin === url.origin;
  const policy = getConfig().addressPolicy;
  if (!isOwn) await assertEndpointUrlAllowed(location, policy);
  const lookup = isOwn ? {} : { lookup: guardedLookup(policy) };
  const agents = isOwn
    ? { http: requestHandler.httpAgent, https: requestHandler.httpsAgent }
    : { http: new http.Agent(lookup), https: new https.Agent(lookup) };
  const isTls = url.protocol === 'https:';

  return new Promise((resolve, reject) => {
    const request = (isTls ? https : http).get(url, { agent: isTls ? agents.https : agents.http });
    const timer = setTimeout(() => request.destroy(timeoutError()), answerMs);
    request.setTimeout(silenceMs, () => request.destroy(timeoutError()));
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.on('response', (response) => {
      clearTimeout(timer);
      if (response.statusCode === 200) {
        resolve(response);
        return;
      }
      response.resume();
      reject(new LocationError(response.statusCode ?? 502));
    });
    // Sockets of these agents are kept alive for nobody else.
    request.on('close', () => {
      agents.http.destroy();
      agents.https.destroy();
    });
  });
}

function timeoutError(): NodeJS.ErrnoException {
  return Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' });
}

/** Reads a stream to its end; undefined when it is longer than `bytesMax`, and the rest is not read. */
export async function readAtMost(
  stream: http.IncomingMessage,
  bytesMax: number,
): Promise<Buffer | undefined> {
  if (Number(stream.headers['content-length'] ?? 0) > bytesMax) {
    stream.destroy();
    return undefined;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bytesMax) return undefined; // Leaving the loop destroys the stream.
  }
  if (!stream.complete) throw Object.assign(new Error('The answer ended early'), { code: 'ECONNRESET' });
  return Buffer.concat(chunks, length);
}
