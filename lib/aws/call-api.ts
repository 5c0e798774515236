import 'server-only';
import http from 'node:http';
import https from 'node:https';
import { hostOf, type ApiAddress } from '@/lib/aws/api-address';
import type { Aws } from '@/lib/aws/clients';
import { signApiRequest } from '@/lib/aws/sign-api-request';
import { answerShownMax, queryText, type ApiAnswer, type NameValue } from '@/lib/domain/api-request';

/** What one call sends; checked by the caller. */
export interface ApiCall {
  readonly method: string;
  /** Encoded, with a slash in front. */
  readonly path: string;
  readonly query: readonly NameValue[];
  readonly headers: readonly NameValue[];
  readonly body: string;
  readonly isSigned: boolean;
}

/** API Gateway waits for 29 seconds unless a quota was raised; beyond this nobody at a page does. */
const answerMs = 60_000;
/** API Gateway's own limit of an answer; what is longer is not read to its end. */
const answerBytesMax = 10 * 1024 * 1024;

/** Several of one name are one line, as HTTP has it. */
function joined(headers: readonly NameValue[]): Record<string, string> {
  const lines: Record<string, string> = {};
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    lines[key] = lines[key] === undefined ? value : `${lines[key]}, ${value}`;
  }
  return lines;
}

/**
 * Calls a deployed API and reads its answer; redirects are not followed. An answer of any status is a success here.
 * Rejects with a network error, also when `signal` aborts or no answer came in time.
 */
export async function callApi(
  aws: Aws,
  address: ApiAddress,
  call: ApiCall,
  signal: AbortSignal,
): Promise<ApiAnswer> {
  const base: Record<string, string> = { ...joined(call.headers), host: hostOf(address) };
  if (call.body !== '' || !['GET', 'HEAD', 'OPTIONS'].includes(call.method)) {
    base['content-length'] = String(Buffer.byteLength(call.body));
  }
  const headers = call.isSigned ? await signApiRequest(aws, address, { ...call, headers: base }) : base;
  const query = queryText(call.query);
  const path = `${address.basePath}${call.path}${query && `?${query}`}`;
  const isTls = address.protocol === 'https:';
  const startedMs = Date.now();

  const request = (isTls ? https : http).request({
    hostname: address.hostname,
    port: address.port,
    method: call.method,
    path,
    headers,
    agent: isTls ? address.agents.httpsAgent : address.agents.httpAgent,
    signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
  });
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', resolve);
    request.end(call.body);
  });
  const firstByteMs = Date.now() - startedMs;
  const { bytes, length, isComplete } = await readAnswer(response);
  const isBinary = isBinaryAnswer(bytes, response.headers['content-encoding']);
  return {
    url: `${address.protocol}//${hostOf(address)}${address.basePath}${call.path}${query && `?${query}`}`,
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    headers: pairsOf(response.rawHeaders),
    body: isBinary ? bytes.subarray(0, 4_096).toString('base64') : bytes.toString('utf8'),
    isBinary,
    bodyBytes: length,
    isComplete,
    firstByteMs,
    durationMs: Date.now() - startedMs,
    at: new Date(startedMs).toISOString(),
  };
}

function pairsOf(raw: readonly string[]): NameValue[] {
  const pairs: NameValue[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    pairs.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return pairs;
}

async function readAnswer(response: http.IncomingMessage) {
  const chunks: Buffer[] = [];
  let kept = 0;
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    const part = chunk.subarray(0, answerShownMax - kept);
    if (part.length > 0) chunks.push(part);
    kept += part.length;
    if (length > answerBytesMax) return { bytes: Buffer.concat(chunks, kept), length, isComplete: false };
  }
  return { bytes: Buffer.concat(chunks, kept), length, isComplete: true };
}

/** True for what cannot be shown as text: compressed, or not UTF-8. A cut in the middle of a letter is none. */
function isBinaryAnswer(bytes: Buffer, encoding: string | undefined): boolean {
  if (encoding !== undefined && encoding !== 'identity') return bytes.length > 0;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return bytes.includes(0);
  } catch {
    return true;
  }
}
