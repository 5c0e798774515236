/**
 * Messages of PostgreSQL's protocol, version 3: a letter, a length that counts itself, a body.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export interface Message {
  readonly type: string;
  readonly body: Buffer;
}

export function message(type: string, ...parts: readonly (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
}

/** Text as the protocol ends it. */
export const cString = (text: string) => `${text}\0`;

/** The text that begins at `start`, up to its zero byte or the end. */
export function readCString(body: Buffer, start = 0): string {
  const end = body.indexOf(0, start);
  return body.toString('utf8', start, end < 0 ? body.length : end);
}

/** Fields of an ErrorResponse by their letter. */
export function readFields(body: Buffer): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < body.length && body[at] !== 0;) {
    const text = readCString(body, at + 1);
    fields.set(String.fromCharCode(body[at] ?? 0), text);
    at += Buffer.byteLength(text) + 2;
  }
  return fields;
}

export function errorMessage(code: string, text: string): Buffer {
  const fields = [`SFATAL`, `VFATAL`, `C${code}`, `M${text}`].map(cString);
  return message('E', ...fields, '\0');
}

interface FramerEvents {
  /** A message begins at this byte of the chunk; false stops the reading there. */
  onStart?(type: string, offset: number): boolean;
  /** A message has ended; its body is whole unless `isCut`. */
  onEnd(message: Message, isCut: boolean): void;
}

/** Follows a stream of messages without holding it up: bodies are kept to `keptMax` bytes. */
export class Framer {
  readonly #events: FramerEvents;
  readonly #keptMax: number;
  #head = Buffer.alloc(0);
  #left = 0;
  #body: Buffer[] = [];
  #kept = 0;

  constructor(keptMax: number, events: FramerEvents) {
    this.#events = events;
    this.#keptMax = keptMax;
  }

  /** Between two messages. */
  get isAtBoundary(): boolean {
    return this.#head.length === 0;
  }

  /** Returns how many bytes were taken: all, unless `onStart` stopped it. Throws RangeError for a length that cannot be. */
  feed(chunk: Buffer): number {
    let at = 0;
    while (at < chunk.length) {
      if (this.#head.length === 0) {
        const type = String.fromCharCode(chunk[at] ?? 0);
        if (this.#events.onStart?.(type, at) === false) return at;
      }
      if (this.#head.length < 5) {
        const taken = chunk.subarray(at, at + 5 - this.#head.length);
        this.#head = Buffer.concat([this.#head, taken]);
        at += taken.length;
        if (this.#head.length < 5) return at;
        this.#left = this.#head.readInt32BE(1) - 4;
        if (this.#left < 0) throw new RangeError('A message has a negative length');
      }
      const taken = chunk.subarray(at, at + this.#left);
      const kept = taken.subarray(0, Math.max(0, this.#keptMax - this.#kept));
      if (kept.length > 0) this.#body.push(kept);
      this.#kept += taken.length;
      this.#left -= taken.length;
      at += taken.length;
      if (this.#left === 0) this.#finish();
    }
    return at;
  }

  #finish(): void {
    const type = this.#head.toString('latin1', 0, 1);
    const body = Buffer.concat(this.#body);
    const isCut = this.#kept > this.#keptMax;
    this.#head = Buffer.alloc(0);
    this.#body = [];
    this.#kept = 0;
    this.#events.onEnd({ type, body }, isCut);
  }
}
