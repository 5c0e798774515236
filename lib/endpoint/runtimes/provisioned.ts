import type { Environment } from './environment.ts';
import type { LaunchDescription, ProvisionOutcome } from './launch.ts';
import type { Room } from './room.ts';

export interface ProvisionedOptions {
  /** Environments kept at one time, of all keys together. */
  readonly countMax: number;
  /** Where what they may use is set aside, as for all environments. */
  readonly room: Room;
  /** Ends an environment that nobody uses; 0 when there is none, else the memory it had. */
  evictIdle(): number;
  /** Others may have room now. */
  onRoom(): void;
  createEnvironment(launch: LaunchDescription, hooks: { onIdle(): void; onEnd(): void }): Environment;
  /** One is free: the pool runs what waits on it, or leaves it here. */
  onFree(key: string, environment: Environment): void;
  /** One is gone. */
  onGone(environment: Environment): void;
  onFault(error: unknown): void;
}

interface Held {
  launch: LaunchDescription;
  wanted: number;
  /** Initialised, busy ones included. */
  readonly ready: Set<Environment>;
  readonly idle: Set<Environment>;
  starting: number;
  /** Told when the wish that was given last is met, fails or is overtaken. */
  settle: ((outcome: ProvisionOutcome) => void) | undefined;
}

/** Environments that are initialised before any call and stay when none comes. */
export class Provisioned {
  readonly #options: ProvisionedOptions;
  readonly #held = new Map<string, Held>();
  readonly #endings = new Set<Promise<void>>();
  #isClosed = false;

  constructor(options: ProvisionedOptions) {
    this.#options = options;
  }

  get size(): number {
    let size = 0;
    for (const held of this.#held.values()) size += held.ready.size;
    return size;
  }

  available(key: string): number {
    return this.#held.get(key)?.ready.size ?? 0;
  }

  provision(launch: LaunchDescription, count: number): Promise<ProvisionOutcome> {
    if (this.#isClosed) return Promise.resolve({ kind: 'replaced' });
    const key = launch.key;
    const wantedOfOthers = [...this.#held].reduce(
      (sum, [other, held]) => sum + (other === key ? 0 : held.wanted),
      0,
    );
    if (wantedOfOthers + count > this.#options.countMax) {
      const left = Math.max(0, this.#options.countMax - wantedOfOthers);
      return Promise.resolve({
        kind: 'failed',
        cause: 'machine',
        reason: `This machine keeps ${this.#options.countMax} provisioned execution environments at most, and ${left} are not taken. Ask for fewer.`,
      });
    }
    const memoryMb = count * launch.memoryMb;
    const freeMb = this.#options.room.memoryMbMax - this.#memoryMb(key);
    if (count > 0 && memoryMb > freeMb) {
      return Promise.resolve({
        kind: 'failed',
        cause: 'machine',
        reason: `This machine sets ${this.#options.room.memoryMbMax} MB aside for execution environments, and ${Math.max(0, freeMb)} MB are not taken by provisioned ones; ${count} of ${launch.memoryMb} MB need ${memoryMb}. Ask for fewer, or give the function less memory.`,
      });
    }
    const held = this.#heldOf(launch);
    held.settle?.({ kind: 'replaced' });
    held.settle = undefined;
    held.launch = { ...launch, initialization: 'provisioned-concurrency' };
    held.wanted = count;
    this.#setAside();
    this.#trim(key, held);
    return new Promise((resolve) => {
      held.settle = resolve;
      this.#fill(key, held);
    });
  }

  /** An idle one, which is busy from now on. */
  take(key: string): Environment | undefined {
    const held = this.#held.get(key);
    if (!held) return undefined;
    for (const environment of held.idle) {
      held.idle.delete(environment);
      return environment;
    }
    return undefined;
  }

  /** Takes back one that has nothing to do. */
  keep(key: string, environment: Environment): void {
    const held = this.#held.get(key);
    if (!held?.ready.has(environment) || held.ready.size > held.wanted) return environment.stop();
    held.idle.add(environment);
  }

  retire(keyPrefix: string): void {
    for (const [key, held] of this.#held) {
      if (key.startsWith(keyPrefix)) this.#drop(key, held);
    }
  }

  /** Kills all and resolves when the last process is gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const [key, held] of this.#held) {
      for (const environment of held.ready) environment.stop();
      this.#drop(key, held);
    }
    while (this.#endings.size > 0) await Promise.all(this.#endings);
  }

  #heldOf(launch: LaunchDescription): Held {
    const known = this.#held.get(launch.key);
    if (known) return known;
    const held: Held = {
      launch,
      wanted: 0,
      ready: new Set(),
      idle: new Set(),
      starting: 0,
      settle: undefined,
    };
    this.#held.set(launch.key, held);
    return held;
  }

  /** What the wishes of all keys but one may use. */
  #memoryMb(except?: string): number {
    let memoryMb = 0;
    for (const [key, held] of this.#held) if (key !== except) memoryMb += held.wanted * held.launch.memoryMb;
    return memoryMb;
  }

  /** Environments that wait for nothing make room for the wishes; smaller wishes make room for others. */
  #setAside(): void {
    const { room } = this.#options;
    room.keep(this.#memoryMb());
    let excessMb = room.excessMb;
    while (excessMb > 0) {
      const freedMb = this.#options.evictIdle();
      if (freedMb === 0) break;
      excessMb -= freedMb;
    }
    this.#options.onRoom();
  }

  #drop(key: string, held: Held): void {
    held.wanted = 0;
    this.#setAside();
    held.settle?.({ kind: 'replaced' });
    held.settle = undefined;
    this.#trim(key, held);
  }

  /** Idle ones beyond the wish end now, busy ones after their call. */
  #trim(key: string, held: Held): void {
    let surplus = held.ready.size - held.wanted;
    for (const environment of held.idle) {
      if (surplus <= 0) break;
      surplus -= 1;
      held.idle.delete(environment);
      environment.stop();
    }
    this.#forget(key, held);
  }

  #forget(key: string, held: Held): void {
    if (held.wanted === 0 && held.ready.size === 0 && held.starting === 0 && !held.settle)
      this.#held.delete(key);
  }

  /** One starts after another: calls that run meanwhile need the machine too. */
  #fill(key: string, held: Held): void {
    if (held.starting > 0) return;
    if (this.#isClosed || held.ready.size >= held.wanted) {
      held.settle?.(this.#isClosed ? { kind: 'replaced' } : { kind: 'ready' });
      held.settle = undefined;
      this.#forget(key, held);
      return;
    }
    held.starting = 1;
    const ending = this.#start(key, held)
      .then(
        (failure) => {
          held.starting = 0;
          if (!failure) return this.#fill(key, held);
          held.settle?.(failure);
          held.settle = undefined;
          this.#forget(key, held);
        },
        (error: unknown) => {
          held.starting = 0;
          this.#options.onFault(error);
          held.settle?.({
            kind: 'failed',
            cause: 'machine',
            reason: error instanceof Error ? error.message : String(error),
          });
          held.settle = undefined;
        },
      )
      .finally(() => this.#endings.delete(ending));
    this.#endings.add(ending);
  }

  async #start(key: string, held: Held): Promise<ProvisionOutcome | undefined> {
    let hasEnded = false;
    const { launch } = held;
    const environment: Environment = this.#options.createEnvironment(launch, {
      onIdle: () => this.#options.onFree(key, environment),
      onEnd: () => {
        hasEnded = true;
        this.#onEnd(key, held, environment);
      },
    });
    const failure = await environment.start();
    if (failure) {
      environment.stop();
      const reason = `Initialisation failed: ${failure.errorType}.`;
      return { kind: 'failed', cause: 'init', reason };
    }
    if (hasEnded)
      return { kind: 'failed', cause: 'init', reason: 'The environment ended before it was used.' };
    if (this.#isClosed || launch !== held.launch) {
      environment.stop();
      return undefined;
    }
    held.ready.add(environment);
    this.#endings.add(environment.ended);
    void environment.ended.then(() => this.#endings.delete(environment.ended));
    this.#options.onFree(key, environment);
    return undefined;
  }

  #onEnd(key: string, held: Held, environment: Environment): void {
    const wasReady = held.ready.delete(environment);
    held.idle.delete(environment);
    this.#options.onGone(environment);
    // One that a call broke is replaced; a replacement whose Init fails is not tried again.
    if (wasReady && !this.#isClosed && held.ready.size < held.wanted) this.#fill(key, held);
    this.#forget(key, held);
  }
}
