import type { Duplex } from 'node:stream';
import type { Message } from './framing.ts';

/** Reads a socket by whole messages, while both sides still talk in turns. `release` gives the socket back. */
export class MessageReader {
  readonly #socket: Duplex;
  #buffered = Buffer.alloc(0);
  #wake: (() => void) | undefined;
  #end: Error | undefined;

  constructor(socket: Duplex) {
    this.#socket = socket;
    socket.on('data', this.#onData);
    socket.on('error', this.#onError);
    socket.on('close', this.#onClose);
    // One that is closed already says so no more.
    if (socket.destroyed) this.#onClose();
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#buffered = Buffer.concat([this.#buffered, chunk]);
    this.#socket.pause();
    this.#wake?.();
  };
  readonly #onError = (error: Error): void => this.#stop(error);
  readonly #onClose = (): void => this.#stop(new Error('the connection was closed'));

  #stop(error: Error): void {
    this.#end ??= error;
    this.#wake?.();
  }

  async bytes(count: number): Promise<Buffer> {
    while (this.#buffered.length < count) {
      if (this.#end) throw this.#end;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        this.#socket.resume();
      });
      this.#wake = undefined;
    }
    const taken = this.#buffered.subarray(0, count);
    this.#buffered = this.#buffered.subarray(count);
    return taken;
  }

  /** A message of `bytesMax` at most. */
  async message(bytesMax = 65_536): Promise<Message> {
    const head = await this.bytes(5);
    const length = head.readInt32BE(1) - 4;
    if (length < 0 || length > bytesMax) throw new Error('a message has a length that cannot be');
    return { type: head.toString('latin1', 0, 1), body: await this.bytes(length) };
  }

  /** Whether anything came that nobody has asked for. */
  get hasMore(): boolean {
    return this.#buffered.length > 0;
  }

  /** The socket, paused, is another's from here on; what was read too far goes back. */
  release(): void {
    this.#socket.pause();
    this.#socket.off('data', this.#onData);
    this.#socket.off('error', this.#onError);
    this.#socket.off('close', this.#onClose);
    if (this.#buffered.length > 0) this.#socket.unshift(this.#buffered);
  }
}
