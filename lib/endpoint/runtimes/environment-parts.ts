import type { InvocationOutcome, InvocationRequest } from './launch.ts';
import type { EnvironmentLog } from './logs.ts';
import type { ReportFigures } from './platform-lines.ts';
import type { Monitor, Watched } from './monitor.ts';
import type { Failure } from './outcomes.ts';
import type { ClientLaunch, Worker } from './worker.ts';

export interface StartedWorker {
  readonly worker: Worker;
  readonly message: ClientLaunch;
  /** Levels of wrapper processes above the function's own. */
  readonly wrapperDepth: number;
}

export interface EnvironmentParts {
  readonly clock: () => number;
  readonly monitor: Monitor;
  readonly log: EnvironmentLog;
  readonly logStream: string;
  readonly runtimeVersion: string;
  /** Shown in the log of Init, e.g. that a stand-in interpreter runs the function. */
  readonly notice?: string;
  readonly isSandboxed: boolean;
  /** How long Init may take before it is done again as part of the first invocation. */
  readonly initMsMax: number;
  /** A new process for this environment; the first may be a waiting spare. Rejects only for our own faults. */
  startWorker(isFirst: boolean, requestId: string): Promise<StartedWorker | Failure>;
  /** After the response of one invocation the environment can take the next. */
  onIdle(): void;
  /** The process is gone and the environment with it. */
  onEnd(): void;
}

export interface Running {
  readonly request: InvocationRequest;
  readonly startedAt: number;
  readonly resolve: (outcome: InvocationOutcome) => void;
  readonly parts: Uint8Array[];
  bytes: number;
  timer: NodeJS.Timeout | undefined;
  /** An answer of a process that is about to end; given once it has ended. */
  lastWords: Failure | undefined;
}

/** A worker's processes as the monitor sees them; extensions come and go while it looks. */
export function watchedOf(
  worker: Worker,
  skippedDepth: number,
  memoryMb: number,
  events: Pick<Watched, 'onMemory' | 'onExceeded'>,
): Watched {
  return {
    ...events,
    skippedDepth,
    memoryMb,
    get pid() {
      return worker.pid;
    },
    get otherPids() {
      return worker.otherPids;
    },
  };
}

/** The figures of the REPORT line. */
export function figuresOf(given: {
  startedMs: number;
  durationMs: number;
  initDurationMs: number | undefined;
  initEndedMs: number | undefined;
  peakBytes: number;
  memoryMb: number;
  isOutOfMemory: boolean;
}): ReportFigures {
  const { startedMs, durationMs, initDurationMs, initEndedMs, memoryMb } = given;
  const peakMb = Math.ceil(given.peakBytes / (1024 * 1024));
  return {
    startedMs,
    durationMs,
    billedDurationMs: Math.ceil(durationMs + (initDurationMs ?? 0)),
    maxMemoryUsedMb: given.isOutOfMemory ? memoryMb : Math.min(peakMb, memoryMb),
    ...(initDurationMs === undefined ? {} : { initDurationMs }),
    ...(initDurationMs === undefined || initEndedMs === undefined ? {} : { initEndedMs }),
  };
}

export type InitResult = { ok: true } | { ok: false; failure: Failure; status: 'error' | 'timeout' };

/** An invocation that was just handed over. */
export function running(
  request: InvocationRequest,
  startedAt: number,
  resolve: (outcome: InvocationOutcome) => void,
): Running {
  return { request, startedAt, resolve, parts: [], bytes: 0, timer: undefined, lastWords: undefined };
}
