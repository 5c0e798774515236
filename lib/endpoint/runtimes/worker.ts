import { spawn, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import type { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { afterPendingInput } from './pending-input.ts';
import { followingEndpoint } from './follow-endpoint.ts';
import { decodeFrame, encodeFrame, frameKinds, logFrameKinds, RecordReader, type Frame } from './framing.ts';
import type { ShutdownReason } from './extensions/api.ts';
import type { Telemetry } from './extensions/telemetry.ts';
import { killTree, terminateTree } from './process-tree.ts';
import type { SpawnPlan } from './isolation/wrap.ts';

/** A control message may carry a whole response (6 MiB and 100 bytes) and its header. */
const controlBytesMax = 7 * 1024 * 1024;
const logBytesMax = 2 * 1024 * 1024;
/** Steps below the endpoint's own priority; children of the process inherit it. */
const environmentNiceness = 5;

/** What an environment hears from its process, whichever protocol it speaks. */
export interface WorkerEvents {
  ready(): void;
  initFailed(payload: Uint8Array, errorType: string): void;
  answered(requestId: string, payload: Uint8Array): void;
  /** `isFatal`: the process ends after this. `requestId` is missing when nothing was running. */
  failed(requestId: string | undefined, payload: Uint8Array, errorType: string, isFatal: boolean): void;
  streamStarted(requestId: string, contentType: string): void;
  chunk(requestId: string, bytes: Uint8Array): void;
  streamEnded(requestId: string, failure?: { payload: Uint8Array; errorType: string }): void;
  /** The process asks for work; only processes that speak the Runtime API say so. */
  wantsWork(): void;
  logEvent(message: string): void;
  output(name: 'output' | 'errors', text: string): void;
  extensionOutput(text: string): void;
  /** Said of each extension when Init is over. */
  extensionReady(name: string, events: readonly string[]): void;
  /** An extension gave up or ended; the environment does not go on without it. */
  extensionFailed(name: string, errorType: string, reason: string): void;
  telemetrySubscribed(name: string, types: readonly string[]): void;
  memory(rssBytes: number): void;
  /** After the last output was read. */
  exited(status: number | null, signal: NodeJS.Signals | null): void;
}

export interface Invocation {
  readonly id: string;
  readonly payload: Uint8Array;
  readonly arn: string;
  readonly deadlineMs: number;
  readonly clientContext?: string;
  readonly traceId?: string;
  readonly tenantId?: string | undefined;
}

/** Everything a client process learns about the function it becomes. */
export interface ClientLaunch {
  readonly variables: Readonly<Record<string, string>>;
  readonly taskRoot: string;
  readonly optRoot: string;
  readonly handler: string;
  readonly logFormat: 'Text' | 'JSON';
  readonly nodeMajor?: number;
  /** The endpoint's process, where nothing else ends the client with it. */
  readonly endpointPid?: number;
}

export interface Worker {
  readonly pid: number;
  readonly exit: Promise<void>;
  /** True when it says `wantsWork` after an answer; otherwise an answer makes it free. */
  readonly announcesIdle: boolean;
  /** Processes of extensions, which share the function's memory. */
  readonly otherPids?: readonly number[];
  /** Where its extensions want to hear what the platform and the function say. */
  readonly telemetry?: Telemetry;
  /** Who hears; a waiting spare gets its environment's ears later. */
  listener: WorkerEvents | undefined;
  launch(message: ClientLaunch): void;
  invoke(invocation: Invocation): void;
  /** Ends it; `reason` is what its extensions are told. */
  kill(reason?: ShutdownReason): void;
  /** Asks the function's own process to end by itself. */
  terminate?(): void;
}

/** Starts a process whose stdout and stderr reach the listener; rejects nothing: a failed spawn is an exit. */
export function spawnChild(plan: SpawnPlan, pipes: number): ChildProcess {
  const child = spawn(plan.command, plan.args, {
    cwd: plan.cwd,
    env: plan.variables,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...Array.from({ length: pipes }, () => 'pipe' as const)],
  });
  yieldToEndpoint(child.pid);
  return child;
}

/** Starts a program that knows nothing of the endpoint, and ends it with the endpoint all the same. */
export function spawnProgram(plan: SpawnPlan): ChildProcess {
  if (plan.isSandboxed) return spawnChild(plan, 0);
  const child = spawnChild(followingEndpoint(plan), 1);
  child.stdio[3]?.on('error', () => undefined);
  return child;
}

/**
 * A function that was just handed work must not push the endpoint off its core before it has handed out the rest,
 * nor may busy functions keep it from answering. Measured: half as many warm calls again on two cores.
 */
function yieldToEndpoint(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    os.setPriority(pid, environmentNiceness);
  } catch {
    // It has ended already, or this system does not let us.
  }
}

/** Output, exit and kill: the part that all kinds of process share. */
export class ChildHandle {
  exit: Promise<void>;
  readonly child: ChildProcess;
  listener: WorkerEvents | undefined;
  /** Levels of wrapper processes above the function's own. */
  wrapperDepth = 0;
  #hasExited = false;

  constructor(child: ChildProcess) {
    this.child = child;
    this.#read(child.stdout as Socket | null, 'output');
    this.#read(child.stderr as Socket | null, 'errors');
    this.exit = new Promise((resolve) => {
      const end = (status: number | null, signal: NodeJS.Signals | null) => {
        if (this.#hasExited) return;
        this.#hasExited = true;
        afterPendingInput(() => {
          // A grandchild may hold the pipes open for ever.
          for (const stream of child.stdio) stream?.destroy();
          resolve();
          this.listener?.exited(status, signal);
        });
      };
      child.once('exit', end);
      child.once('error', (error) => {
        this.listener?.output('errors', `${error.message}\n`);
        end(127, null);
      });
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  kill(): void {
    if (!this.#hasExited && this.pid > 0) killTree(this.pid);
  }

  terminate(): void {
    if (!this.#hasExited && this.pid > 0) terminateTree(this.pid, this.wrapperDepth);
  }

  #read(stream: Socket | null, name: 'output' | 'errors'): void {
    const decoder = new StringDecoder('utf8');
    stream?.on('data', (data: Buffer) => this.listener?.output(name, decoder.write(data)));
    stream?.on('error', () => undefined);
  }
}

/** A process that runs one of our own clients (Node.js, Python). */
export class FramedWorker extends ChildHandle implements Worker {
  readonly announcesIdle = false;
  readonly #control: Socket;
  readonly #reader = new RecordReader(controlBytesMax);
  readonly #logReader = new RecordReader(logBytesMax);
  readonly #decoders = { output: new StringDecoder('utf8'), errors: new StringDecoder('utf8') };

  constructor(plan: SpawnPlan) {
    const child = spawnChild(plan, 2);
    super(child);
    this.#control = child.stdio[3] as Socket;
    const log = child.stdio[4] as Socket;
    this.#control.on('data', (data: Buffer) => this.#guarded(() => this.#onControl(data)));
    log.on('data', (data: Buffer) => this.#guarded(() => this.#onLog(data)));
    this.#control.on('error', () => undefined);
    log.on('error', () => undefined);
  }

  launch(message: ClientLaunch): void {
    this.#control.write(encodeFrame(frameKinds.launch, message));
  }

  invoke(invocation: Invocation): void {
    const { payload, ...header } = invocation;
    this.#control.write(encodeFrame(frameKinds.invoke, header, payload));
  }

  /** Function code shares its process with the client and can write anything: nonsense ends the process. */
  #guarded(read: () => void): void {
    try {
      read();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.listener?.output(
        'errors',
        `[Lambdeck] The process broke the protocol and was stopped: ${reason}.\n`,
      );
      this.kill();
    }
  }

  #onControl(data: Buffer): void {
    for (const record of this.#reader.push(data)) {
      const frame = decodeFrame(record);
      // Log output was written before this message, on another socket: let it be read first.
      afterPendingInput(() => this.#guarded(() => this.#deliver(frame)));
    }
  }

  #deliver({ kind, header, body }: Frame): void {
    const to = this.listener;
    if (!to) return;
    if (typeof header.rss === 'number') to.memory(header.rss);
    const errorType = header.errorType ?? 'Runtime.Unknown';
    const id = header.id ?? '';
    if (kind === frameKinds.ready) to.ready();
    else if (kind === frameKinds.initError) to.initFailed(body, errorType);
    else if (kind === frameKinds.answer) to.answered(id, body);
    else if (kind === frameKinds.error) to.failed(header.id, body, errorType, header.fatal === true);
    else if (kind === frameKinds.streamStart) to.streamStarted(id, header.contentType ?? '');
    else if (kind === frameKinds.chunk) to.chunk(id, body);
    else if (kind === frameKinds.streamEnd) {
      to.streamEnded(id, header.errorType === undefined ? undefined : { payload: body, errorType });
    } else throw new Error(`message kind ${kind} is unknown`);
  }

  #onLog(data: Buffer): void {
    for (const record of this.#logReader.push(data)) {
      const kind = record.readUInt8(0);
      const body = record.subarray(1);
      if (kind === logFrameKinds.event) this.listener?.logEvent(body.toString('utf8'));
      else if (kind === logFrameKinds.output)
        this.listener?.output('output', this.#decoders.output.write(body));
      else if (kind === logFrameKinds.errors)
        this.listener?.output('errors', this.#decoders.errors.write(body));
    }
  }
}
