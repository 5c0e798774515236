import { Buffer } from 'node:buffer';
import type { InvocationOutcome, InvocationReport, InvocationRequest, LaunchDescription } from './launch.ts';
import type { Watched } from './monitor.ts';
import {
  exited,
  exitReason,
  extensionFailed,
  outOfMemory,
  responseBytesMax,
  streamedBytesMax,
  timedOut,
  tooLarge,
  type Failure,
} from './outcomes.ts';
import { EnvironmentEars } from './environment-ears.ts';
import { figuresOf, running, watchedOf } from './environment-parts.ts';
import type { EnvironmentParts, InitResult, Running } from './environment-parts.ts';
import { PlatformLines } from './platform-lines.ts';
import { afterPendingInput } from './pending-input.ts';
import type { Worker, WorkerEvents } from './worker.ts';

/** A process, its log stream and its one invocation at a time; an answer is taken only for the one that runs. */
export class Environment extends EnvironmentEars implements WorkerEvents {
  #state: 'starting' | 'idle' | 'busy' | 'finishing' | 'dead' = 'starting';
  #worker: Worker | undefined;
  #watched: Watched | undefined;
  #init: ((result: InitResult) => void) | undefined;
  #running: Running | undefined;
  #peakBytes = 0;
  #killed: 'memory' | 'processes' | 'timeout' | 'stop' | undefined;
  #initMs: number | undefined;
  #initEndedMs: number | undefined;
  #isFirst = true;
  /** Of the invocation that Init is repeated for. */
  #requestId = '';
  #isInitialising = false;
  #hasEnded = false;
  #finishTimer: NodeJS.Timeout | undefined;
  #failedInit: Failure | undefined;

  constructor(launch: LaunchDescription, parts: EnvironmentParts) {
    super(launch, parts, new PlatformLines(launch, parts.log));
  }

  get state(): 'starting' | 'idle' | 'busy' | 'finishing' | 'dead' {
    return this.#state;
  }

  /** Resolves when the process of this environment is gone. */
  get ended(): Promise<void> {
    return this.#worker?.exit ?? Promise.resolve();
  }

  /** Runs Init; resolves with its failure, after which the environment does Init again under its first invocation. */
  async start(): Promise<Failure | undefined> {
    this.lines.initStart(this.parts.runtimeVersion);
    if (this.parts.notice) this.parts.log.output('output', `${this.parts.notice}\n`);
    const result = await this.#initialise(true, this.parts.initMsMax);
    if (this.#killed === 'stop') return void this.#end();
    if (!result.ok) {
      this.lines.initReport(this.#initMs ?? 0, 'init', result.status, result.failure.errorType);
      this.#failedInit = result.failure;
    }
    this.#state = 'idle';
    return this.#failedInit;
  }

  /** Runs one invocation; the environment must be idle. */
  async invoke(request: InvocationRequest): Promise<InvocationOutcome> {
    this.#state = 'busy';
    const { log } = this.parts;
    if (!this.#isFirst) log.beginInvocation();
    const startedAt = performance.now();
    const timeoutMs = this.launch.timeoutSeconds * 1000;
    if (this.#failedInit) {
      this.#requestId = request.requestId;
      const result = await this.#initialise(false, timeoutMs);
      const initMs = this.#initMs ?? 0;
      this.#initMs = undefined;
      if (!result.ok) this.lines.initReport(initMs, 'invoke', result.status, result.failure.errorType);
      this.#failedInit = undefined;
      if (!result.ok) {
        this.lines.start(request);
        const failure =
          result.status === 'timeout'
            ? timedOut(request.requestId, this.launch.timeoutSeconds)
            : result.failure;
        return new Promise((resolve) => {
          this.#running = running(request, startedAt, resolve);
          this.#complete(failure, true);
          this.#end();
        });
      }
    }
    this.lines.start(request);
    return new Promise((resolve) => {
      const handed = running(request, startedAt, resolve);
      this.#running = handed;
      const remainingMs = Math.max(1, timeoutMs - (performance.now() - startedAt));
      handed.timer = setTimeout(() => this.#onTimeout(handed), remainingMs);
      if (this.#watched) this.parts.monitor.add(this.#watched);
      if (!this.#worker || this.#killed)
        return this.#complete(exited(request.requestId, 'Runtime exited without providing a reason'), true);
      this.#worker.invoke({
        id: request.requestId,
        payload: request.payload,
        arn: request.invokedFunctionArn,
        deadlineMs: Date.now() + remainingMs,
        clientContext: request.clientContext,
        traceId: request.traceHeader,
        tenantId: request.tenantId,
      });
    });
  }

  /** Ends the process whatever it does. A running invocation is answered as a crash. */
  stop(): void {
    if (this.#state === 'dead') return;
    this.#killed ??= 'stop';
    const wasIdle = this.#state === 'idle';
    if (wasIdle) this.#state = 'dead';
    this.#worker?.kill();
    if (wasIdle && this.#failedInit) this.#end();
  }

  ready(): void {
    this.#init?.({ ok: true });
  }

  initFailed(payload: Uint8Array, errorType: string): void {
    this.#init?.({ ok: false, status: 'error', failure: { payload, errorType } });
  }

  wantsWork(): void {
    if (this.#init) this.#init({ ok: true });
    else if (this.#state === 'finishing') this.#becomeIdle();
  }

  answered(requestId: string, payload: Uint8Array): void {
    const running = this.#runningOf(requestId);
    if (!running) return;
    if (payload.length > responseBytesMax) return this.#complete(tooLarge(), false);
    if (!running.request.onChunk) return this.#complete(payload, false);
    running.request.onStreamStart?.('application/octet-stream');
    running.request.onChunk(payload);
    this.#complete(new Uint8Array(), false);
  }

  failed(requestId: string | undefined, payload: Uint8Array, errorType: string, isFatal: boolean): void {
    const running = requestId === undefined ? undefined : this.#runningOf(requestId);
    if (isFatal && running) running.lastWords = { payload, errorType };
    // It failed because it had taken too much, before anybody looked.
    else if (running && this.#peakBytes > this.launch.memoryMb * 1024 * 1024) this.#onExceeded('memory');
    else if (running) this.#complete({ payload, errorType }, false);
    else if (this.#init) this.initFailed(payload, errorType);
  }

  streamStarted(requestId: string, contentType: string): void {
    this.#runningOf(requestId)?.request.onStreamStart?.(contentType);
  }

  chunk(requestId: string, bytes: Uint8Array): void {
    const running = this.#runningOf(requestId);
    if (!running) return;
    running.bytes += bytes.length;
    if (running.bytes > (running.request.onChunk ? streamedBytesMax : responseBytesMax)) {
      this.#killed ??= 'stop';
      this.#complete(tooLarge(), false);
      this.#worker?.kill();
    } else if (running.request.onChunk) running.request.onChunk(bytes);
    else running.parts.push(bytes);
  }

  streamEnded(requestId: string, failure?: Failure): void {
    const running = this.#runningOf(requestId);
    if (running) this.#complete(failure ?? Buffer.concat(running.parts), false);
  }

  extensionFailed(name: string, errorType: string, reason: string): void {
    const id = this.#running?.request.requestId ?? this.#requestId;
    const failure = extensionFailed(id, errorType, reason);
    this.lines.extension(name, [], errorType.replace('Extension.', ''), errorType);
    if (this.#init) this.#init({ ok: false, status: 'error', failure });
    else if (this.#running) this.#running.lastWords = failure;
  }

  memory(rssBytes: number): void {
    this.#peakBytes = Math.max(this.#peakBytes, rssBytes);
  }

  exited(status: number | null, signal: NodeJS.Signals | null): void {
    if (this.#watched) this.parts.monitor.forget(this.#watched);
    this.#watched = undefined;
    const id = this.#running?.request.requestId ?? this.#requestId;
    const reason = exitReason(status, signal, this.parts.isSandboxed);
    if (this.#isInitialising) {
      const failure = this.#killed === 'memory' ? outOfMemory(id) : exited(id, reason);
      this.#init?.({ ok: false, status: 'error', failure });
      return;
    }
    const running = this.#running;
    if (running && this.#killed !== 'timeout') {
      const failure = running.lastWords ?? (this.#killed === 'memory' ? outOfMemory(id) : exited(id, reason));
      const shown = this.#killed === 'memory' ? exitReason(null, 'SIGKILL', false) : reason;
      this.lines.exit(id, shown, failure.errorType);
      this.#complete(failure, true);
    }
    this.#end();
  }

  async #initialise(isFirst: boolean, msMax: number): Promise<InitResult> {
    const startedAt = performance.now();
    this.#killed = this.#killed === 'stop' ? 'stop' : undefined;
    this.#isInitialising = true;
    const started = await this.parts.startWorker(isFirst, this.#requestId);
    if ('payload' in started) {
      this.#isInitialising = false;
      this.#initMs = performance.now() - startedAt;
      return { ok: false, status: 'error', failure: started };
    }
    const { worker, message, wrapperDepth } = started;
    this.#worker = worker;
    this.parts.log.listen(worker.telemetry);
    const watched = watchedOf(worker, wrapperDepth, this.launch.memoryMb, {
      onMemory: (bytes) => this.memory(bytes),
      onExceeded: (what) => this.#onExceeded(what),
    });
    this.#watched = watched;
    this.parts.monitor.add(watched);
    const result = await new Promise<InitResult>((resolve) => {
      const timer = setTimeout(
        () => this.#init?.({ ok: false, status: 'timeout', failure: timedOut('', msMax / 1000) }),
        msMax,
      );
      this.#init = (outcome) => {
        clearTimeout(timer);
        this.#init = undefined;
        resolve(outcome);
      };
      worker.listener = this;
      worker.launch(message);
      if (this.#killed === 'stop') worker.kill();
    });
    this.#initMs = performance.now() - startedAt;
    this.#initEndedMs = this.parts.clock();
    this.parts.monitor.remove(watched);
    if (!result.ok) {
      worker.kill('failure');
      await worker.exit;
    } else this.lines.initDone(this.#initMs, isFirst ? 'init' : 'invoke');
    this.#isInitialising = false;
    this.parts.log.endOutput();
    return result;
  }

  #runningOf(requestId: string): Running | undefined {
    return this.#running?.request.requestId === requestId && !this.#running.lastWords
      ? this.#running
      : undefined;
  }

  #onExceeded(what: 'memory' | 'processes'): void {
    if (this.#killed) return;
    this.#killed = what;
    if (what === 'processes') {
      this.parts.log.output(
        'errors',
        '[Lambdeck] The environment was ended: it had more than 1024 processes.\n',
      );
    }
    this.#worker?.kill('failure');
  }

  #onTimeout(running: Running): void {
    if (this.#running !== running || this.#killed) return;
    this.#killed = 'timeout';
    this.#worker?.kill('timeout');
    afterPendingInput(() => {
      if (this.#running !== running) return;
      const failure = timedOut(running.request.requestId, this.launch.timeoutSeconds);
      this.#complete(failure, true, 'timeout');
    });
  }

  /** Gives the answer, writes END and REPORT, and frees or ends the environment. */
  #complete(result: Uint8Array | Failure, isBroken: boolean, status?: 'timeout'): void {
    const running = this.#running;
    if (!running) return;
    clearTimeout(running.timer);
    this.#running = undefined;
    if (this.#watched) this.parts.monitor.remove(this.#watched);
    const elapsedMs = performance.now() - running.startedAt;
    const durationMs = status === 'timeout' ? this.launch.timeoutSeconds * 1000 : elapsedMs;
    const { requestId } = running.request;
    const figures = figuresOf({
      startedMs: this.parts.clock() - elapsedMs,
      durationMs,
      initDurationMs: this.#isFirst ? this.#initMs : undefined,
      initEndedMs: this.#initEndedMs,
      peakBytes: this.#peakBytes,
      memoryMb: this.launch.memoryMb,
      isOutOfMemory: this.#killed === 'memory',
    });
    this.#isFirst = false;
    this.parts.log.endOutput();
    const failure = result instanceof Uint8Array ? undefined : result;
    if (status === 'timeout') this.lines.timeout(requestId, this.parts.clock(), this.launch.timeoutSeconds);
    this.lines.endAndReport(
      running.request,
      figures,
      failure && { errorType: failure.errorType, isBroken, status: status ?? 'error' },
    );
    this.parts.log.flush();
    const report: InvocationReport = {
      ...figures,
      logStream: this.parts.logStream,
      logTail: this.parts.log.tail(),
    };
    if (!isBroken && !this.#killed) {
      this.#state = 'finishing';
      if (!this.#worker?.announcesIdle) this.#becomeIdle();
      // The function's time limit also covers its way to asking for more work.
      else this.#finishTimer = setTimeout(() => this.stop(), this.launch.timeoutSeconds * 1000).unref();
    }
    running.resolve(
      failure
        ? { kind: 'function-error', functionError: 'Unhandled', payload: failure.payload, report }
        : { kind: 'success', payload: result as Uint8Array, report },
    );
  }

  #becomeIdle(): void {
    clearTimeout(this.#finishTimer);
    this.#state = 'idle';
    this.parts.onIdle();
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#state = 'dead';
    clearTimeout(this.#finishTimer);
    this.parts.log.endOutput();
    this.parts.log.flush();
    // Extensions may have a little more to do in its folders.
    void this.ended.then(() => this.parts.onEnd());
  }
}
