import type { Environment } from './environment.ts';
import { IdleLimit } from './idle-limit.ts';
import type { InvocationOutcome, InvocationRequest, LaunchDescription } from './launch.ts';
import { newKeyState, type KeyState, type Waiting } from './pool-state.ts';
import { Provisioned } from './provisioned.ts';
import { Room } from './room.ts';

/** How long an invocation waits for an environment that is about to ask for work before a new one is started. */
const finishingMsMax = 10;

export interface PoolOptions {
  readonly environmentsMax: number;
  /** What their functions may use together. */
  readonly memoryMbMax: number;
  /** Provisioned environments, which are kept beside those. */
  readonly provisionedMax: number;
  readonly queueMax: number;
  readonly idleMsMax: number;
  /** Makes an environment without starting it. `onIdle` and `onEnd` must be called as the environment says. */
  createEnvironment(launch: LaunchDescription, hooks: { onIdle(): void; onEnd(): void }): Environment;
  /** Something went wrong that is not the function's doing. */
  onFault(error: unknown): void;
}

/** How long a function keeps its only environment while others that have none wait: several cold starts. */
const turnMs = 250;

/** Which environment runs which invocation: warm ones first, new ones up to a limit, then a fair queue. */
export class Pool {
  readonly provisioned: Provisioned;
  readonly #options: PoolOptions;
  /** In the order of their next turn. */
  readonly #keys = new Map<string, KeyState>();
  /** Whether it is at work. It stays until it is gone, for the reason that `IdleLimit` gives. */
  readonly #working = new Map<Environment, boolean>();
  readonly #idleLimit: IdleLimit<Environment>;
  readonly #room: Room;
  #starting = 0;
  #queued = 0;
  #isClosed = false;
  #drained: (() => void) | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#room = new Room(options.environmentsMax, options.memoryMbMax);
    this.#idleLimit = new IdleLimit(options.idleMsMax, (environment) => {
      this.#leaveIdle(environment);
      this.#stop(environment);
    });
    this.provisioned = new Provisioned({
      countMax: options.provisionedMax,
      room: this.#room,
      evictIdle: () => this.#evictIdle(),
      onRoom: () => this.#nextTurn(),
      createEnvironment: (launch, hooks) => options.createEnvironment(launch, hooks),
      onFree: (key, environment) => {
        this.#working.set(environment, false);
        const state = this.#keys.get(key);
        if (state && state.waiting.length > 0) this.#run(state, environment);
        else this.provisioned.keep(key, environment);
      },
      onGone: (environment) => this.#working.delete(environment),
      onFault: (error) => options.onFault(error),
    });
  }

  counts(): { environments: number; busy: number; starting: number } {
    return {
      environments: this.#room.environments + this.provisioned.size,
      busy: [...this.#working.values()].filter(Boolean).length,
      starting: this.#starting,
    };
  }

  invoke(launch: LaunchDescription, request: InvocationRequest): Promise<InvocationOutcome> {
    if (this.#isClosed) return Promise.resolve(notRun('The endpoint is shutting down.'));
    if (this.#queued >= this.#options.queueMax) {
      return Promise.resolve(
        notRun(
          `All execution environments of this machine are busy and ${this.#queued} invocations wait already. Try again later.`,
        ),
      );
    }
    return new Promise((resolve) => {
      const state = this.#stateOf(launch.key);
      state.isRetired = false;
      // The way of warm calls: nobody can hang up between this and the start of the function.
      const environment = state.waiting.length === 0 ? this.#takeFree(state) : undefined;
      if (environment) this.#hand(environment, { launch, request, resolve });
      else this.#wait(state, { launch, request, resolve });
    });
  }

  #wait(state: KeyState, { launch, request, resolve }: Waiting): void {
    const { signal } = request.caller;
    const hungUp = notRun('The caller hung up before the function started.');
    if (signal.aborted) {
      this.#forget(state);
      resolve(hungUp);
      return;
    }
    const waiting: Waiting = {
      launch,
      request,
      resolve: (outcome) => {
        signal.removeEventListener('abort', onAbort);
        resolve(outcome);
      },
    };
    // A caller who hangs up while the function runs does not stop it, as in the cloud.
    const onAbort = () => {
      const index = state.waiting.indexOf(waiting);
      if (index === -1) return;
      state.waiting.splice(index, 1);
      this.#queued -= 1;
      this.#forget(state);
      waiting.resolve(hungUp);
      this.#nextTurn();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    state.waiting.push(waiting);
    this.#queued += 1;
    this.#serve(state);
  }

  retire(keyPrefix: string): void {
    this.provisioned.retire(keyPrefix);
    for (const state of [...this.#keys.values()]) {
      if (!state.key.startsWith(keyPrefix)) continue;
      state.isRetired = true;
      for (const environment of state.idle.splice(0)) this.#stop(environment);
      this.#forget(state);
    }
  }

  /** Kills every environment and resolves when the last process is gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const endings = [this.provisioned.close()];
    for (const state of this.#keys.values()) {
      clearTimeout(state.patience);
      for (const waiting of state.waiting.splice(0))
        waiting.resolve(notRun('The endpoint is shutting down.'));
      for (const environment of state.all) {
        this.#stop(environment);
        endings.push(environment.ended);
      }
    }
    this.#queued = 0;
    await Promise.all(endings);
    if (this.#room.environments > 0) await new Promise<void>((resolve) => (this.#drained = resolve));
  }

  #stateOf(key: string): KeyState {
    const known = this.#keys.get(key);
    if (known) return known;
    const state = newKeyState(key);
    this.#keys.set(key, state);
    return state;
  }

  #forget(state: KeyState): void {
    if (state.all.size === 0 && state.waiting.length === 0 && state.starting === 0)
      this.#keys.delete(state.key);
  }

  #takeFree(state: KeyState): Environment | undefined {
    return this.provisioned.take(state.key) ?? state.idle.pop();
  }

  /** Gives waiting invocations to idle environments, then starts as many new ones as are still needed. */
  #serve(state: KeyState): void {
    while (state.waiting.length > 0) {
      const environment = this.#takeFree(state);
      if (!environment) break;
      this.#run(state, environment);
    }
    if (this.#isClosed || state.waiting.length <= state.starting) return;
    const finishing = [...state.all].filter((environment) => environment.state === 'finishing').length;
    if (finishing > 0 && state.waiting.length <= state.starting + finishing) {
      state.patience ??= setTimeout(() => {
        state.patience = undefined;
        this.#grow(state);
      }, finishingMsMax);
      return;
    }
    this.#grow(state);
  }

  #grow(state: KeyState): void {
    while (!this.#isClosed && state.waiting.length > state.starting) {
      const next = state.waiting[state.starting];
      if (!next) return;
      if (!this.#room.hasFor(next.launch.memoryMb)) {
        // Room comes when the evicted one is gone: `onEnd` serves whoever is next.
        this.#evictIdle();
        return;
      }
      // Small functions that come later do not take the room that a large one waits for.
      if (this.#hasShort(state, (other) => other.all.size === 0)) return;
      this.#room.take(next.launch.memoryMb);
      this.#starting += 1;
      state.starting += 1;
      void this.#start(state, next.launch);
    }
  }

  async #start(state: KeyState, launch: LaunchDescription): Promise<void> {
    let environment: Environment | undefined;
    let hasEnded = false;
    try {
      const created: Environment = this.#options.createEnvironment(launch, {
        onIdle: () => this.#onIdle(state, created),
        onEnd: () => {
          hasEnded = true;
          this.#onEnd(state, created);
        },
      });
      environment = created;
      state.all.add(created);
      await created.start();
    } catch (error) {
      this.#options.onFault(error);
      const waiting = state.waiting.shift();
      if (waiting) {
        this.#queued -= 1;
        waiting.resolve(
          notRun('The execution environment could not be set up. The log of the endpoint has the cause.'),
        );
      }
      if (!environment) this.#room.giveBack(launch.memoryMb);
    }
    state.starting -= 1;
    this.#starting -= 1;
    if (!environment || hasEnded) {
      this.#forget(state);
      return this.#nextTurn();
    }
    // A start that is slower than a turn is no turn: its environment would end before it served anybody.
    state.turnStartedAt = performance.now();
    this.#offer(state, environment);
  }

  #run(state: KeyState, environment: Environment): void {
    const waiting = state.waiting.shift();
    if (!waiting) return;
    this.#queued -= 1;
    this.#hand(environment, waiting);
  }

  #hand(environment: Environment, waiting: Waiting): void {
    this.#idleLimit.end(environment);
    this.#working.set(environment, true);
    environment.invoke(waiting.request).then(waiting.resolve, (error: unknown) => {
      this.#options.onFault(error);
      environment.stop();
      waiting.resolve(notRun('The execution environment failed. The log of the endpoint has the cause.'));
    });
  }

  /** A busy environment is free again. */
  #onIdle(state: KeyState, environment: Environment): void {
    this.#working.set(environment, false);
    this.#offer(state, environment);
  }

  #offer(state: KeyState, environment: Environment): void {
    if (this.#isClosed) return this.#stop(environment);
    if (this.#mustMakeRoom(state)) {
      // Behind all others: the free place is theirs.
      this.#keys.delete(state.key);
      this.#keys.set(state.key, state);
      return this.#stop(environment);
    }
    if (state.waiting.length > 0) return this.#run(state, environment);
    if (state.isRetired || this.#hasShort(state)) return this.#stop(environment);
    state.idle.push(environment);
    this.#idleLimit.begin(environment);
  }

  /** Whether a function with no environment at all waits, while this one has several or has had its turn. */
  #mustMakeRoom(state: KeyState): boolean {
    const isTurnOver = state.all.size > 1 || performance.now() - state.turnStartedAt > turnMs;
    return isTurnOver && this.#hasShort(state, (other) => other.all.size === 0 && other.starting === 0);
  }

  /** Whether another function waits for whose next environment there is no room. */
  #hasShort(state: KeyState, isMeant: (other: KeyState) => boolean = () => true): boolean {
    for (const other of this.#keys.values()) {
      const next = other === state ? undefined : other.waiting[other.starting];
      if (next && isMeant(other) && !this.#room.hasFor(next.launch.memoryMb)) return true;
    }
    return false;
  }

  #onEnd(state: KeyState, environment: Environment): void {
    if (!state.all.delete(environment)) return;
    this.#working.delete(environment);
    this.#leaveIdle(environment);
    this.#idleLimit.forget(environment);
    this.#room.giveBack(environment.launch.memoryMb);
    this.#forget(state);
    if (this.#room.environments === 0) this.#drained?.();
    this.#nextTurn();
  }

  /** Lets the keys that wait take the free place, one after another. */
  #nextTurn(): void {
    if (this.#isClosed) return;
    for (const state of [...this.#keys.values()]) {
      const next = state.waiting[state.starting];
      if (!next) continue;
      const hasRoom = this.#room.hasFor(next.launch.memoryMb);
      if (hasRoom) {
        this.#keys.delete(state.key);
        this.#keys.set(state.key, state);
      }
      this.#serve(state);
      // One that is too large for what is free goes first all the same, or it would wait for ever.
      if (!hasRoom) return;
    }
  }

  /** Says how much memory it will give back. */
  #evictIdle(): number {
    for (const state of this.#keys.values()) {
      const environment = state.idle.shift();
      if (!environment) continue;
      this.#stop(environment);
      return environment.launch.memoryMb;
    }
    return 0;
  }

  #leaveIdle(environment: Environment): void {
    const idle = this.#keys.get(environment.launch.key)?.idle;
    const index = idle?.indexOf(environment) ?? -1;
    if (index !== -1) idle?.splice(index, 1);
  }

  #stop(environment: Environment): void {
    this.#idleLimit.forget(environment);
    environment.stop();
  }
}

function notRun(reason: string): InvocationOutcome {
  return { kind: 'not-run', reason };
}
