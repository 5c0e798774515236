import { Buffer } from 'node:buffer';

/**
 * The protocol between the endpoint and its own Node.js and Python clients, on an inherited socket (fd 3):
 * `u32be length | u8 kind | u32be headerLength | header (JSON) | body`, `length` counting from the kind on.
 * Log output travels on a second socket (fd 4) as `u32be length | u8 kind | text`.
 */
export const frameKinds = {
  launch: 1,
  invoke: 2,
  ready: 10,
  initError: 11,
  answer: 12,
  error: 13,
  streamStart: 14,
  chunk: 15,
  streamEnd: 16,
} as const;

/** `event` is one whole log event; `output` and `errors` are raw bytes of stdout and stderr. */
export const logFrameKinds = { event: 1, output: 2, errors: 3 } as const;

export interface Frame {
  readonly kind: number;
  readonly header: FrameHeader;
  readonly body: Buffer;
}

/** Everything a client may put in a header; which members are there depends on the kind. */
export interface FrameHeader {
  readonly id?: string;
  readonly rss?: number;
  readonly errorType?: string;
  readonly contentType?: string;
  /** The process ends after this message; nothing more may be sent to it. */
  readonly fatal?: boolean;
}

/** One message to a client. */
export function encodeFrame(kind: number, header: object, body: Uint8Array = new Uint8Array()): Buffer {
  const headerBytes = Buffer.from(JSON.stringify(header));
  const frame = Buffer.allocUnsafe(9 + headerBytes.length + body.length);
  frame.writeUInt32BE(5 + headerBytes.length + body.length, 0);
  frame.writeUInt8(kind, 4);
  frame.writeUInt32BE(headerBytes.length, 5);
  headerBytes.copy(frame, 9);
  frame.set(body, 9 + headerBytes.length);
  return frame;
}

/**
 * Cuts a byte stream into length-prefixed records. Throws when a record claims more than `maxBytes`: function
 * code shares the process with the client, so what arrives is untrusted.
 */
export class RecordReader {
  readonly #maxBytes: number;
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** All whole records that `chunk` completes, in order, without their length. */
  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    const records: Buffer[] = [];
    for (;;) {
      if (this.#bytes < 4) return records;
      const length = this.#peekLength();
      if (length > this.#maxBytes) throw new Error(`a message of ${length} bytes was announced`);
      if (this.#bytes < 4 + length) return records;
      const all =
        this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
      records.push(all.subarray(4, 4 + length));
      const rest = all.subarray(4 + length);
      this.#chunks = rest.length > 0 ? [rest] : [];
      this.#bytes = rest.length;
    }
  }

  #peekLength(): number {
    const first = this.#chunks[0];
    if (first && first.length >= 4) return first.readUInt32BE(0);
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all.readUInt32BE(0);
  }
}

/** Reads one control record. Throws when it is not what a client sends. */
export function decodeFrame(record: Buffer): Frame {
  if (record.length < 5) throw new Error('a message without a header arrived');
  const headerLength = record.readUInt32BE(1);
  if (5 + headerLength > record.length) throw new Error('a message with a wrong header length arrived');
  const header: unknown = JSON.parse(record.toString('utf8', 5, 5 + headerLength));
  if (typeof header !== 'object' || header === null) throw new Error('a message header is not an object');
  return { kind: record.readUInt8(0), header, body: record.subarray(5 + headerLength) };
}
