import type http from 'node:http';
import type { Failure } from '../outcomes.ts';
import type { ClientLaunch, Invocation, Worker, WorkerEvents } from '../worker.ts';
import { ExtensionsApi, type AboutFunction, type Extension, type ShutdownReason } from './api.ts';
import { startExtension, type ExtensionProcess } from './process.ts';
import type { SpawnPlan } from '../isolation/wrap.ts';
import { Telemetry } from './telemetry.ts';

/** What AWS gives extensions between SHUTDOWN and their end; without any there is nothing to wait for. */
const shutdownMsMax = 2000;

export interface ExtendedParts {
  readonly about: AboutFunction;
  /** Name and command of each external extension. */
  readonly external: readonly { readonly name: string; readonly plan: SpawnPlan }[];
  /** Starts the function's own process. */
  open(): Worker;
  /** The server of the APIs; closed when everything has ended. */
  close(): Promise<void>;
}

/**
 * The function's process together with its extensions: these start first, every invocation is theirs too, and they
 * hear of the end before it comes.
 */
export class ExtendedWorker implements Worker, WorkerEvents {
  readonly announcesIdle = true;
  readonly exit: Promise<void>;
  readonly telemetry = new Telemetry();
  listener: WorkerEvents | undefined;
  readonly #parts: ExtendedParts;
  readonly #api: ExtensionsApi;
  #processes: ExtensionProcess[] = [];
  #inner: Worker | undefined;
  #message: ClientLaunch | undefined;
  #isRuntimeIdle = false;
  #isReady = false;
  #isBusy = false;
  #ending: Promise<void> | undefined;
  #resolveExit: () => void = () => undefined;

  constructor(parts: ExtendedParts) {
    this.#parts = parts;
    this.exit = new Promise((resolve) => (this.#resolveExit = resolve));
    const names = parts.external.map(({ name }) => name);
    this.#api = new ExtensionsApi(
      {
        changed: () => this.#onChange(),
        failed: (extension, during, type) => this.#onFailure(extension.name, during, type),
        subscribed: (extension, subscription) => {
          this.telemetry.subscribe(subscription);
          this.listener?.telemetrySubscribed(extension.name, subscription.types);
        },
      },
      parts.about,
      names,
    );
  }

  /** Answers a call of the Extensions, Telemetry or Logs API. */
  route(request: http.IncomingMessage, response: http.ServerResponse): Promise<boolean> {
    return this.#api.route(request, response);
  }

  get pid(): number {
    return this.#inner?.pid ?? 0;
  }

  get otherPids(): number[] {
    return this.#processes.map(({ pid }) => pid);
  }

  launch(message: ClientLaunch): void {
    this.#message = message;
    this.#processes = this.#parts.external.map(({ name, plan }) =>
      startExtension(name, plan, {
        output: (text) => this.listener?.extensionOutput(text),
        ended: (reason) => this.#onExtensionEnd(name, reason),
      }),
    );
    this.#onChange();
  }

  invoke(invocation: Invocation): void {
    this.#isBusy = true;
    this.#isRuntimeIdle = false;
    this.#api.invoke(invocation);
    this.#inner?.invoke(invocation);
  }

  /** An idle environment's extensions get their time to finish; after a failure the function's process goes at once. */
  kill(reason: ShutdownReason = 'spindown'): void {
    void this.#end(reason);
  }

  ready(): void {
    this.#isRuntimeIdle = true;
    this.#onChange();
  }

  wantsWork(): void {
    this.ready();
  }

  initFailed(payload: Uint8Array, errorType: string): void {
    this.listener?.initFailed(payload, errorType);
  }

  answered(id: string, payload: Uint8Array): void {
    this.listener?.answered(id, payload);
    this.#afterAnswer();
  }

  failed(id: string | undefined, payload: Uint8Array, errorType: string, isFatal: boolean): void {
    this.listener?.failed(id, payload, errorType, isFatal);
    if (!isFatal) this.#afterAnswer();
  }

  streamStarted(id: string, contentType: string): void {
    this.listener?.streamStarted(id, contentType);
  }

  chunk(id: string, bytes: Uint8Array): void {
    this.listener?.chunk(id, bytes);
  }

  streamEnded(id: string, failure?: Failure): void {
    this.listener?.streamEnded(id, failure);
    this.#afterAnswer();
  }

  logEvent(message: string): void {
    this.listener?.logEvent(message);
  }

  output(name: 'output' | 'errors', text: string): void {
    this.listener?.output(name, text);
  }

  extensionOutput(): void {}

  extensionReady(): void {}

  extensionFailed(): void {}

  telemetrySubscribed(): void {}

  memory(rssBytes: number): void {
    this.listener?.memory(rssBytes);
  }

  exited(status: number | null, signal: NodeJS.Signals | null): void {
    this.listener?.exited(status, signal);
    void this.#end('failure');
  }

  /** A process that does not ask for work is free once it has answered. */
  #afterAnswer(): void {
    if (this.#inner?.announcesIdle) return;
    this.#isRuntimeIdle = true;
    this.#onChange();
  }

  #onChange(): void {
    if (this.#ending) return;
    if (!this.#inner && this.#message && this.#api.isComplete) {
      this.#inner = this.#parts.open();
      this.#inner.listener = this;
      this.#inner.launch(this.#message);
    }
    if (!this.#isRuntimeIdle || !this.#api.isQuiet) return;
    if (!this.#isReady) {
      this.#isReady = true;
      this.#api.closeRegistration();
      for (const { name, events } of this.#api.extensions) this.listener?.extensionReady(name, events);
      this.telemetry.closeSubscriptions();
      this.listener?.ready();
    } else if (this.#isBusy) {
      this.#isBusy = false;
      this.listener?.wantsWork();
    }
  }

  #onFailure(name: string, during: 'init' | 'exit', type: string): void {
    this.#fail(name, during === 'init' ? 'Extension.InitError' : 'Extension.ExitError', type);
  }

  #onExtensionEnd(name: string, reason: string): void {
    this.#fail(name, 'Extension.Crash', reason);
  }

  /** Without one of its extensions an environment does not go on. */
  #fail(name: string, errorType: string, reason: string): void {
    if (this.#ending) return;
    this.listener?.extensionFailed(name, errorType, reason);
    void this.#end('failure');
  }

  #end(reason: ShutdownReason): Promise<void> {
    this.#ending ??= this.#shutDown(reason);
    return this.#ending;
  }

  async #shutDown(reason: ShutdownReason): Promise<void> {
    const inner = this.#inner;
    const listening = this.#api.extensions.some((entry: Extension) => entry.events.includes('SHUTDOWN'));
    if (inner && (reason !== 'spindown' || !listening)) inner.kill(reason);
    else if (inner) inner.terminate?.();
    await this.telemetry.flush();
    if (listening) {
      this.#api.shutdown(reason, Date.now() + shutdownMsMax);
      await atMost(shutdownMsMax, Promise.all(this.#processes.map(({ exit }) => exit)));
    }
    for (const process of this.#processes) process.kill();
    inner?.kill(reason);
    await Promise.all([inner?.exit, ...this.#processes.map(({ exit }) => exit)]);
    await this.#parts.close();
    this.#resolveExit();
  }
}

function atMost(ms: number, done: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
