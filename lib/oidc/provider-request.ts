import 'server-only';
import http from 'node:http';
import https from 'node:https';
import { getConfig } from '@/lib/config';
import { assertEndpointUrlAllowed, guardedLookup } from '@/lib/connections/address';
import { ConnectionError } from '@/lib/connections/connection';
import { ProviderError } from '@/lib/oidc/provider-error';

/** A person waits for it; the local sign-in does not. */
const answerMs = 8_000;
const bytesMax = 512 * 1024;

export interface ProviderAnswer {
  readonly status: number;
  readonly body: string;
}

interface Ask {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent by POST as a form; without it a GET. */
  readonly form?: URLSearchParams;
}

/**
 * Asks one address of the provider. The issuer's own origin is trusted as the operator's setting is; any other one
 * that it names must be https and pass the address rules, when it is looked up and again when the socket opens.
 * Redirects are not followed. Throws a ProviderError.
 */
export async function askProvider(address: string, issuer: string, ask: Ask = {}): Promise<ProviderAnswer> {
  const url = new URL(address);
  const isOwn = url.origin === new URL(issuer).origin;
  const policy = getConfig().addressPolicy;
  if (!isOwn) await assertMayAsk(url);
  const body = ask.form?.toString();
  const options: https.RequestOptions = {
    agent: false,
    method: body === undefined ? 'GET' : 'POST',
    signal: AbortSignal.timeout(answerMs),
    headers: {
      accept: 'application/json',
      ...ask.headers,
      ...(body === undefined
        ? {}
        : {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(body)),
          }),
    },
    ...(isOwn ? {} : { lookup: guardedLookup(policy) }),
  };
  try {
    return await send(url, options, body);
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw new ProviderError('unreachable', `${url.host} ${reasonOf(error)}.`);
  }
}

async function assertMayAsk(url: URL): Promise<void> {
  if (url.protocol !== 'https:') {
    throw new ProviderError(
      'untrusted',
      `The provider names ${url.origin}, which is neither its own nor https.`,
    );
  }
  try {
    await assertEndpointUrlAllowed(url.href, getConfig().addressPolicy);
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    throw new ProviderError('unreachable', error.message);
  }
}

function send(url: URL, options: https.RequestOptions, body: string | undefined): Promise<ProviderAnswer> {
  const isTls = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (isTls ? https : http).request(url, options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > bytesMax)
          request.destroy(new ProviderError('unreachable', `${url.host} answered too much.`));
        else chunks.push(chunk);
      });
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    request.once('error', reject);
    request.end(body);
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'could not be asked';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return `did not answer within ${answerMs / 1000} seconds`;
  }
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined ? 'could not be asked' : `could not be asked (${code})`;
}

/** The answer's body as JSON; undefined when it is something else. */
export function jsonOf(answer: ProviderAnswer): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}
