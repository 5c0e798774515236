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

/** A body ready to be decoded. */
export interface RequestBytes {
  /** Without AWS's chunk framing and compression; as it comes for operations that stream. */
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  /** As sent, for the signature's hash; undefined where the hash covers something else or a stream. */
  readonly sent: Uint8Array | undefined;
}

/** Reads a body within its limit. Throws the limit's refusal. */
export async function readRequestBody(
  request: WireRequest,
  limit: BodyLimit,
): Promise<RequestBytes & { readonly content: Uint8Array }> {
  const { body, headers } = request;
  if (isAwsChunked(headers)) {
    // The framing adds to the declared length, so what is inside is counted while reading.
    const content = await collect(decodeAwsChunked(body.stream()), limit.bytes);
    if (content === undefined) throw limit.refusal(undefined);
    return { content, sent: undefined };
  }
  if (body.declaredBytes !== undefined && body.declaredBytes > limit.bytes)
    throw limit.refusal(body.declaredBytes);
  const sent = await body.read(limit.bytes);
  if (sent === undefined) throw limit.refusal(undefined);
  const content = sent.byteLength > 0 && isGzip(headers) ? await unpack(sent, limit) : sent;
  return { content, sent };
}

async function unpack(bytes: Uint8Array, limit: BodyLimit): Promise<Uint8Array> {
  try {
    return await gunzipAsync(bytes, { maxOutputLength: limit.bytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw limit.refusal(undefined);
    throw serializationError('The request body is not valid gzip.');
  }
}

/** The body as it comes, for an operation that streams it. */
export function streamRequestBody(request: WireRequest): RequestBytes {
  const raw = request.body.stream();
  return { content: isAwsChunked(request.headers) ? decodeAwsChunked(raw) : raw, sent: undefined };
}
