import { serializationError } from './serialization-error.ts';

const CHUNK_HEADER_MAX = 4096;
const TRAILERS_MAX = 16_384;
const CRLF = Buffer.from('\r\n');

/** Whether a body is framed in signed or unsigned chunks inside of HTTP's own framing. */
export function isAwsChunked(headers: Readonly<Record<string, string>>): boolean {
  return (
    (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-') ||
    /(^|,)\s*aws-chunked\s*(,|$)/.test(headers['content-encoding'] ?? '')
  );
}

/** Reads whole lines and counted bytes from a stream of arbitrary pieces. */
class ChunkReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const next = await this.#source.next();
    if (next.done) throw serializationError('The aws-chunked body ends before its last chunk.');
    this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
  }

  async line(maxBytes: number): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf(CRLF);
      if (end >= 0) {
        const text = this.#held.toString('latin1', 0, end);
        this.#held = this.#held.subarray(end + CRLF.length);
        return text;
      }
      if (this.#held.length > maxBytes)
        throw serializationError('A line of the aws-chunked body is too long.');
      await this.#more();
    }
  }

  async *bytes(count: number): AsyncGenerator<Uint8Array> {
    let missing = count;
    while (missing > 0) {
      if (this.#held.length === 0) await this.#more();
      const piece = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

/** What is inside of an aws-chunked body. */
export interface AwsChunkedContent extends AsyncIterable<Uint8Array> {
  /** Lower-case names, e.g. `x-amz-checksum-crc32`; there once all bytes have been read. */
  readonly trailers: Map<string, string>;
}

/**
 * The bytes inside of an aws-chunked body, and the trailers after them. Chunk signatures are read over: the request
 * itself is signed, and the transport checks its own lengths.
 */
export function decodeAwsChunked(source: AsyncIterable<Uint8Array>): AwsChunkedContent {
  const trailers = new Map<string, string>();
  return { trailers, [Symbol.asyncIterator]: () => readChunks(source, trailers) };
}

async function* readChunks(
  source: AsyncIterable<Uint8Array>,
  trailers: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  const reader = new ChunkReader(source);
  try {
    for (;;) {
      const [sizeText = ''] = (await reader.line(CHUNK_HEADER_MAX)).split(';');
      if (!/^[0-9a-f]{1,12}$/i.test(sizeText))
        throw serializationError('A chunk of the aws-chunked body has no size.');
      const size = Number.parseInt(sizeText, 16);
      if (size === 0) break;
      yield* reader.bytes(size);
      if ((await reader.line(CHUNK_HEADER_MAX)) !== '')
        throw serializationError('A chunk of the aws-chunked body is longer than its size.');
    }
    for (let left = TRAILERS_MAX; left > 0;) {
      const trailer = await reader.line(left).catch(() => '');
      if (trailer === '') return;
      left -= trailer.length;
      const colon = trailer.indexOf(':');
      if (colon > 0)
        trailers.set(trailer.slice(0, colon).trim().toLowerCase(), trailer.slice(colon + 1).trim());
    }
  } finally {
    await reader.close();
  }
}
