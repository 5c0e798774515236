import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isCarried, type Answer } from '../shared/answer.ts';
import { headerPairs } from '../shared/request-parts.ts';
import { isAllowedAddress, ruledLookup, type AddressRules } from './address-rules.ts';
import type { IntegrationResult } from './integration.ts';

export interface HttpCall {
  readonly method: string;
  /** Absolute, with its query. */
  readonly url: string;
  /** Lower-case names; `host` and the length are set here. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Uint8Array;
  readonly timeoutMs: number;
  /** For a back end that expects another Host than its address gives. */
  readonly host?: string;
  /** The name in the certificate, where it is not that of the address. */
  readonly serverName?: string;
  /** What a back end with TLS knows the caller by. */
  readonly client?: { readonly cert: string; readonly key: string };
}

const answerBytesMax = 10 * 1_048_576;
/** Sockets to one back end; more calls wait for one. */
const socketsMax = 64;

const notPassedOn = new Set(['host', 'content-length', 'expect']);
const withoutBody = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

export interface HttpIntegration {
  call(call: HttpCall): Promise<IntegrationResult>;
  close(): void;
}

/** Passes requests on to HTTP(S) back ends. Redirects are the caller's to follow. */
export function createHttpIntegration(rules: AddressRules): HttpIntegration {
  const settings = { keepAlive: true, maxSockets: socketsMax, lookup: ruledLookup(rules) };
  const http = new HttpAgent(settings);
  const https = new HttpsAgent(settings);

  function open(url: URL, { method, headers, body, host, serverName, client }: HttpCall): ClientRequest {
    const sent = [...headers]
      .filter(([name]) => !notPassedOn.has(name))
      .map(([name, values]): [string, string | string[]] => [
        name,
        name === 'cookie' ? values.join('; ') : [...values],
      ]);
    if (body.length > 0 || !withoutBody.has(method)) sent.push(['content-length', String(body.length)]);
    if (host !== undefined) sent.push(['host', host]);
    const isSecure = url.protocol === 'https:';
    const options = { method, headers: Object.fromEntries(sent), agent: isSecure ? https : http };
    if (!isSecure) return httpRequest(url, options);
    // Agents keep connections of one certificate apart from those of others.
    return httpsRequest(url, {
      ...options,
      ...client,
      ...(serverName !== undefined && { servername: serverName }),
    });
  }

  return {
    async call(call) {
      if (!URL.canParse(call.url)) return { kind: 'failed', reason: `${call.url} is no URL` };
      const url = new URL(call.url);
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        return { kind: 'failed', reason: `${call.url} is neither http nor https` };
      const literal = url.hostname.replace(/^\[|\]$/g, '');
      // Literal addresses are never looked up, so the rules of the look-up do not see them.
      if (isIP(literal) !== 0 && !isAllowedAddress(literal, rules))
        return { kind: 'failed', reason: `${literal} is an address that APIs may not call` };
      return send(() => open(url, call), call);
    },
    close() {
      http.destroy();
      https.destroy();
    },
  };
}

function send(open: () => ClientRequest, { body, timeoutMs, method }: HttpCall): Promise<IntegrationResult> {
  return new Promise((resolve) => {
    let request: ClientRequest;
    try {
      request = open();
    } catch (error) {
      // A header or a method that HTTP cannot carry.
      resolve({ kind: 'failed', reason: reasonOf(error) });
      return;
    }
    const settle = (result: IntegrationResult): void => {
      clearTimeout(timer);
      resolve(result);
    };
    // For the whole answer, however slowly it comes.
    const timer = setTimeout(() => {
      settle({
        kind: 'unavailable',
        isLate: true,
        reason: `the back end did not answer in ${timeoutMs} ms`,
      });
      request.destroy();
    }, timeoutMs);
    request.on('error', (error: NodeJS.ErrnoException) => {
      settle({ kind: error.code === 'EADDRREFUSED' ? 'failed' : 'unavailable', reason: reasonOf(error) });
    });
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      settle({ kind: 'failed', reason: 'the back end changed the protocol' });
    });
    request.on('response', (response) => {
      readAnswer(response).then(settle, (error: unknown) => {
        settle({ kind: 'unavailable', reason: reasonOf(error) });
      });
    });
    request.end(method === 'HEAD' || body.length === 0 ? undefined : body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<IntegrationResult> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length;
    // Leaving the loop destroys the connection, so nothing more is read.
    if (bytes > answerBytesMax)
      return { kind: 'failed', reason: `the answer is larger than ${answerBytesMax} bytes` };
    pieces.push(piece);
  }
  const cookies: string[] = [];
  const headers = new Map<string, string[]>();
  try {
    for (const [name, value] of headerPairs(response.rawHeaders)) {
      if (name === 'set-cookie') cookies.push(value);
      else if (isCarried(name, value)) headers.set(name, [...(headers.get(name) ?? []), value]);
    }
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
  const answer: Answer = {
    status: response.statusCode ?? 502,
    headers: Object.fromEntries(
      [...headers].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
    ),
    cookies,
    body: Buffer.concat(pieces),
  };
  const { connection, 'content-length': length } = response.headers;
  return {
    kind: 'answered',
    answer,
    connectionHeaders: { ...(connection && { connection }), ...(length && { 'content-length': length }) },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
