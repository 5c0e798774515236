import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { decodeAwsChunked, isAwsChunked } from './aws-chunked.ts';
import type { BodyLimit } from './body-limits.ts';
import type { WireRequest } from './message.ts';
import { serializationError } from './serialization-error.ts';

const gunzipAsync = promisify(gunzip);

/** All bytes of a stream; undefined as soon as there are more than the limit. */
async function collect(
  source: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for await (const piece of source) {
    total += piece.byteLength;
    if (total > limitBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces, total);
}

function isGzip(headers: Readonly<Record<string, string>>): boolean {
  return /(^|,)\s*gzip\s*(,|$)/.test(headers['content-encoding'] ?? '');
}

/** Reads a body within its limit, without AWS's chunk framing and compression. Throws the limit's refusal. */
export async function readRequestBody(request: WireRequest, limit: BodyLimit): Promise<Uint8Array> {
  const { body, headers } = request;
  const isChunked = isAwsChunked(headers);
  // The framing of aws-chunked adds to the declared length; the decoded one is counted while reading.
  if (!isChunked && body.declaredBytes !== undefined && body.declaredBytes > limit.bytes)
    throw limit.refusal(body.declaredBytes);
  const bytes = isChunked
    ? await collect(decodeAwsChunked(body.stream()), limit.bytes)
    : await body.read(limit.bytes);
  if (bytes === undefined) throw limit.refusal(undefined);
  if (bytes.byteLength === 0 || !isGzip(headers)) return bytes;
  try {
    return await gunzipAsync(bytes, { maxOutputLength: limit.bytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw limit.refusal(undefined);
    throw serializationError('The request body is not valid gzip.');
  }
}

/** The body as it comes, for an operation that streams it. */
export function streamRequestBody(request: WireRequest): AsyncIterable<Uint8Array> {
  return isAwsChunked(request.headers) ? decodeAwsChunked(request.body.stream()) : request.body.stream();
}
