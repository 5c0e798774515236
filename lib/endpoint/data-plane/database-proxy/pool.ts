import type { Clock } from '../../services/clock.ts';
import type { Backend } from './backend.ts';

/** A connection that somebody has borrowed. */
export interface Lease {
  readonly backend: Backend;
  /** Back into the pool; `isFit` is false for one whose state is unknown, which is closed. */
  end(isFit: boolean): void;
}

export interface Borrower {
  /** Connections serve those alone who would have opened them alike. */
  readonly key: string;
  /** Whoever had a connection last may have it back as it is. */
  readonly owner: object;
  open(): Promise<Backend>;
}

export interface PoolLimits {
  /** Of the database's `max_connections`. */
  readonly maxPercent: number;
  readonly idlePercent: number;
  readonly borrowSeconds: number;
  readonly initQuery: string | undefined;
}

interface Idle {
  readonly key: string;
  readonly owner: object;
  readonly backend: Backend;
  /** Takes the watch off that closes it when the database hangs up. */
  readonly forget: () => void;
}

interface Waiting {
  readonly wake: () => void;
}

export class BorrowTimeout extends Error {}

/** Connections to one database: shared in turns, and never more than the limit. */
export class BackendPool {
  readonly #clock: Clock;
  #limits: PoolLimits;
  /** Learned from the database by the first connection; others wait for it. */
  #databaseMax: number | undefined;
  #idle: Idle[] = [];
  #waiting: Waiting[] = [];
  /** Idle, borrowed, and on the way. */
  #count = 0;
  #isClosed = false;

  constructor(limits: PoolLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  get counts() {
    return { open: this.#count, idle: this.#idle.length, waiting: this.#waiting.length };
  }

  setLimits(limits: PoolLimits): void {
    this.#limits = limits;
    this.#trim();
  }

  /** Throws BorrowTimeout, or what opening throws. */
  async borrow(borrower: Borrower): Promise<Lease> {
    let isLate = false;
    let wake: () => void = () => undefined;
    const callOff = this.#clock.after(this.#limits.borrowSeconds * 1000, () => {
      isLate = true;
      wake();
    });
    try {
      for (;;) {
        const idle = this.#takeIdle(borrower);
        if (idle) {
          const lease = await this.#reuse(idle, borrower);
          if (lease) return lease;
          continue;
        }
        if (this.#isClosed) throw new Error('the proxy is closing');
        if (this.#makeRoom()) return await this.#open(borrower);
        if (isLate) throw new BorrowTimeout('Timed-out waiting to acquire database connection');
        await new Promise<void>((resolve) => {
          wake = resolve;
          this.#waiting.push({ wake: resolve });
        });
        this.#waiting = this.#waiting.filter((entry) => entry.wake !== wake);
      }
    } finally {
      callOff();
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const idle of this.#idle.splice(0)) this.#drop(idle);
    for (const { wake } of this.#waiting.splice(0)) wake();
  }

  get #max(): number {
    return Math.max(1, Math.floor(((this.#databaseMax ?? 0) * this.#limits.maxPercent) / 100));
  }

  /** One that needs no cleaning before one that does. */
  #takeIdle({ key, owner }: Borrower): Idle | undefined {
    const fitting = this.#idle.filter((idle) => idle.key === key);
    const taken = fitting.find((idle) => idle.owner === owner) ?? fitting.at(-1);
    if (taken) this.#idle = this.#idle.filter((idle) => idle !== taken);
    taken?.forget();
    return taken;
  }

  /** Undefined when the connection turned out to be broken. */
  async #reuse(idle: Idle, borrower: Borrower): Promise<Lease | undefined> {
    try {
      if (idle.owner !== borrower.owner) {
        await idle.backend.query('DISCARD ALL');
        if (this.#limits.initQuery !== undefined) await idle.backend.query(this.#limits.initQuery);
      }
      if (idle.backend.socket.destroyed) throw new Error('the database hung up');
      return this.#lease(idle.backend, borrower);
    } catch {
      this.#drop(idle);
      return undefined;
    }
  }

  /** Counts one more, if need be in the place of an idle one of another kind. */
  #makeRoom(): boolean {
    if (this.#count >= this.#max) {
      const oldest = this.#idle.shift();
      if (!oldest) return false;
      oldest.forget();
      this.#drop(oldest);
    }
    this.#count += 1;
    return true;
  }

  async #open(borrower: Borrower): Promise<Lease> {
    try {
      const backend = await borrower.open();
      if (this.#databaseMax === undefined) {
        const [value] = await backend.query('SHOW max_connections');
        this.#databaseMax = Number(value) > 0 ? Number(value) : 100;
        // Until now one was all.
        for (const { wake } of this.#waiting.splice(0)) wake();
      }
      return this.#lease(backend, borrower);
    } catch (error) {
      this.#count -= 1;
      this.#wakeNext();
      throw error;
    }
  }

  #lease(backend: Backend, { key, owner }: Borrower): Lease {
    let isOver = false;
    return {
      backend,
      end: (isFit) => {
        if (isOver) return;
        isOver = true;
        const idle = { key, owner, backend };
        if (isFit && !this.#isClosed && !backend.socket.destroyed) this.#keep(idle);
        else this.#drop(idle);
        this.#wakeNext();
      },
    };
  }

  #keep(entry: Omit<Idle, 'forget'>): void {
    const { socket } = entry.backend;
    const onClose = () => {
      this.#idle = this.#idle.filter(({ backend }) => backend !== entry.backend);
      this.#drop(entry);
      this.#wakeNext();
    };
    socket.once('close', onClose);
    // Nobody listens to an idle connection but for its end; notices are thrown away.
    socket.resume();
    const forget = () => {
      socket.off('close', onClose);
      socket.pause();
    };
    this.#idle.push({ ...entry, forget });
    this.#trim();
  }

  #trim(): void {
    const idleMax = Math.floor(((this.#databaseMax ?? 100) * this.#limits.idlePercent) / 100);
    while (this.#idle.length > idleMax) {
      const oldest = this.#idle.shift();
      oldest?.forget();
      if (oldest) this.#drop(oldest);
    }
  }

  #drop({ backend }: Pick<Idle, 'backend'>): void {
    this.#count -= 1;
    backend.close();
  }

  #wakeNext(): void {
    this.#waiting.shift()?.wake();
  }
}
