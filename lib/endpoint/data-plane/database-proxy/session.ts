import type { Duplex } from 'node:stream';
import type { Clock } from '../../services/clock.ts';
import { errorMessage, Framer, int32, message, readCString, cString, type Message } from './framing.ts';
import { doesPin, textBytesMax } from './pinning.ts';
import { BorrowTimeout, type Lease } from './pool.ts';
import { BackendFailure } from './backend.ts';

export interface SessionOptions {
  readonly socket: Duplex;
  readonly clock: Clock;
  readonly idleSeconds: number;
  readonly keepsOnSet: boolean;
  readonly processId: number;
  readonly secretKey: number;
  readonly borrow: (owner: object) => Promise<Lease>;
  readonly onClose: () => void;
}

/**
 * One client after it has signed in. It has a connection of the pool from its first message on until the database says
 * that no transaction is open (ReadyForQuery `I`) and nothing of the client's is under way; or, pinned, to its end.
 */
export class ClientSession {
  readonly #options: SessionOptions;
  readonly #client: Framer;
  readonly #server: Framer;
  #lease: Lease | undefined;
  #isPinned = false;
  /** Answers with a ReadyForQuery that are still to come. */
  #awaited = 0;
  /** Messages of the extended protocol came that no Sync has closed yet. */
  #isOpenEnded = false;
  /** Of the current round: an unnamed statement was parsed, and something was executed. */
  #round = { hasParsed: false, hasExecuted: false };
  #isIdle = false;
  #wantsEnd = false;
  #isClosed = false;
  #lastMs: number;
  #work = Promise.resolve();
  #callOff: () => void = () => undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#lastMs = options.clock.now();
    this.#client = new Framer(textBytesMax, {
      onStart: (type) => type !== 'X',
      onEnd: (seen, isCut) => this.#onClientMessage(seen, isCut),
    });
    this.#server = new Framer(64, { onEnd: (seen) => this.#onServerMessage(seen) });
  }

  /** Tells the client what the database said about itself, and serves it from then on. */
  async start(): Promise<void> {
    const { socket, processId, secretKey, clock, idleSeconds } = this.#options;
    const lease = await this.#options.borrow(this);
    const statuses = [...lease.backend.statuses].map(([name, value]) =>
      message('S', cString(name), cString(value)),
    );
    lease.end(true);
    socket.on('close', () => this.close());
    socket.on('data', (chunk: Buffer) => {
      socket.pause();
      this.#work = this.#work.then(() => this.#takeChunk(chunk)).catch((error: unknown) => this.#fail(error));
    });
    socket.write(
      Buffer.concat([...statuses, message('K', int32(processId), int32(secretKey)), message('Z', 'I')]),
    );
    this.#watchIdle(clock, idleSeconds * 1000);
    socket.resume();
    if (socket.destroyed) this.close();
  }

  /** What a request to cancel means. */
  get backend() {
    return this.#lease?.backend;
  }

  get secretKey(): number {
    return this.#options.secretKey;
  }

  /** Hangs up; a connection with an open transaction is not given to anybody else. */
  close(text?: { readonly code: string; readonly message: string }): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#callOff();
    const { socket, onClose } = this.#options;
    this.#giveBack(this.#isIdle && this.#isQuiet);
    if (!socket.destroyed) socket.end(text ? errorMessage(text.code, text.message) : undefined);
    setTimeout(() => socket.destroy(), 1000).unref();
    onClose();
  }

  get #isQuiet(): boolean {
    return this.#awaited === 0 && !this.#isOpenEnded && this.#client.isAtBoundary;
  }

  #watchIdle(clock: Clock, idleMs: number): void {
    const left = idleMs - (clock.now() - this.#lastMs);
    if (left <= 0)
      return this.close({
        code: '57P05',
        message: 'terminating connection due to idle client timeout of the proxy',
      });
    this.#callOff = clock.after(left, () => this.#watchIdle(clock, idleMs));
  }

  async #takeChunk(chunk: Buffer): Promise<void> {
    if (this.#isClosed) return;
    const { socket, clock } = this.#options;
    this.#lastMs = clock.now();
    const isGoodbye = this.#client.isAtBoundary && chunk[0] === 0x58;
    if (!isGoodbye && !this.#lease) await this.#take();
    if (this.#isClosed) return;
    // Not idle before the bytes are out: an answer to what went before must not give the connection away.
    if (!isGoodbye) this.#isIdle = false;
    const taken = this.#client.feed(chunk);
    if (taken < chunk.length) this.#wantsEnd = true;
    const out = this.#lease?.backend.socket;
    if (taken > 0 && out && !out.write(chunk.subarray(0, taken))) await drained(out);
    if (this.#wantsEnd && this.#awaited === 0) return this.close();
    socket.resume();
  }

  async #take(): Promise<void> {
    const lease = await this.#options.borrow(this);
    if (this.#isClosed) return lease.end(true);
    this.#lease = lease;
    const { socket } = lease.backend;
    socket.on('data', this.#onServerData);
    socket.on('close', this.#onServerClose);
    socket.resume();
  }

  /** Pipelining aside, a client speaks when the database has; so this runs while the client is silent. */
  readonly #onServerData = (chunk: Buffer): void => {
    this.#lastMs = this.#options.clock.now();
    const lease = this.#lease;
    if (!lease) return;
    const { socket } = this.#options;
    if (!socket.write(chunk)) {
      lease.backend.socket.pause();
      socket.once('drain', () => {
        if (this.#lease === lease) lease.backend.socket.resume();
      });
    }
    try {
      this.#server.feed(chunk);
    } catch (error) {
      return this.#fail(error);
    }
    if (this.#isIdle && this.#isQuiet && !this.#isPinned) this.#giveBack(true);
    if (this.#wantsEnd && this.#awaited === 0) this.close();
  };

  readonly #onServerClose = (): void =>
    this.close({ code: '57P01', message: 'The database closed the connection.' });

  #giveBack(isFit: boolean): void {
    const lease = this.#lease;
    if (!lease) return;
    this.#lease = undefined;
    lease.backend.socket.off('data', this.#onServerData);
    lease.backend.socket.off('close', this.#onServerClose);
    lease.backend.socket.pause();
    lease.end(isFit && this.#server.isAtBoundary);
  }

  #onServerMessage({ type, body }: Message): void {
    if (type !== 'Z') return;
    this.#awaited = Math.max(0, this.#awaited - 1);
    this.#isIdle = body[0] === 0x49;
  }

  #onClientMessage({ type, body }: Message, isCut: boolean): void {
    const pins = (start: number) =>
      isCut || doesPin(readCString(body, start), { keepsOnSet: this.#options.keepsOnSet });
    switch (type) {
      case 'Q':
        this.#isPinned ||= pins(0);
        this.#awaited += 1;
        break;
      case 'P': {
        const name = readCString(body);
        this.#isPinned ||= name !== '' || pins(1);
        this.#round = { ...this.#round, hasParsed: true };
        this.#isOpenEnded = true;
        break;
      }
      case 'E':
        this.#round = { ...this.#round, hasExecuted: true };
        this.#isOpenEnded = true;
        break;
      case 'S':
        // A statement that was only parsed is meant for a later round.
        this.#isPinned ||= this.#round.hasParsed && !this.#round.hasExecuted;
        this.#round = { hasParsed: false, hasExecuted: false };
        this.#isOpenEnded = false;
        this.#awaited += 1;
        break;
      case 'F':
        this.#isPinned = true;
        this.#awaited += 1;
        break;
      case 'd':
      case 'c':
      case 'f':
        break;
      default:
        this.#isOpenEnded = true;
    }
  }

  #fail(error: unknown): void {
    if (error instanceof BorrowTimeout) return this.close({ code: '53300', message: error.message });
    if (error instanceof BackendFailure) return this.close({ code: error.code, message: error.message });
    this.close({ code: '08P01', message: error instanceof Error ? error.message : String(error) });
  }
}

function drained(socket: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
    if (socket.destroyed) done();
  });
}
