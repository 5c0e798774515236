import { createHash } from 'node:crypto';
import type { InvocationRequest, LaunchDescription } from './launch.ts';
import type { EnvironmentLog } from './logs.ts';

export interface ReportFigures {
  readonly startedMs: number;
  readonly durationMs: number;
  readonly billedDurationMs: number;
  readonly maxMemoryUsedMb: number;
  readonly initDurationMs?: number;
  readonly initEndedMs?: number;
}

/** What lines say of a call. */
export type ReportedCall = Pick<InvocationRequest, 'requestId' | 'traceHeader' | 'tracing' | 'tenantId'>;

export interface ReportFailure {
  readonly errorType: string;
  /** The environment itself failed, not only the function's answer. */
  readonly isBroken: boolean;
  readonly status: 'error' | 'timeout';
}

/** The platform's own lines, in the function's log format. Wording and tabs: observed service behaviour. */
export class PlatformLines {
  readonly #launch: LaunchDescription;
  readonly #log: EnvironmentLog;

  constructor(launch: LaunchDescription, log: EnvironmentLog) {
    this.#launch = launch;
    this.#log = log;
  }

  initStart(runtimeVersion: string): void {
    const hash = createHash('sha256').update(runtimeVersion).digest('hex');
    const runtimeVersionArn = `arn:aws:lambda:${this.#launch.region}::runtime:${hash}`;
    this.#log.opening(
      `INIT_START Runtime Version: ${runtimeVersion}\tRuntime Version ARN: ${runtimeVersionArn}\n`,
    );
    this.#log.platformRecord('INFO', 'platform.initStart', {
      initializationType: this.#launch.initialization ?? 'on-demand',
      phase: 'init',
      runtimeVersion,
      runtimeVersionArn,
      functionName: this.#launch.functionName,
      functionVersion: this.#launch.version,
    });
  }

  initReport(
    durationMs: number,
    phase: 'init' | 'invoke',
    status: 'error' | 'timeout',
    errorType: string,
  ): void {
    const type = recordedType(errorType);
    const suffix = status === 'timeout' ? '' : `\tError Type: ${type}`;
    this.#log.platform(
      `INIT_REPORT Init Duration: ${durationMs.toFixed(2)} ms\tPhase: ${phase}\tStatus: ${status}${suffix}\n`,
    );
    this.#log.platformRecord('WARN', 'platform.initReport', {
      initializationType: this.#launch.initialization ?? 'on-demand',
      phase,
      status,
      ...(status === 'error' ? { errorType: type } : {}),
      metrics: { durationMs: rounded(durationMs) },
    });
  }

  /** Init went well: said to those who want all of it. */
  initDone(durationMs: number, phase: 'init' | 'invoke'): void {
    const initializationType = this.#launch.initialization ?? 'on-demand';
    const about = { initializationType, phase, status: 'success' };
    this.#log.platformRecord('DEBUG', 'platform.initRuntimeDone', about);
    this.#log.platformRecord(initializationType === 'on-demand' ? 'DEBUG' : 'INFO', 'platform.initReport', {
      ...about,
      metrics: { durationMs: rounded(durationMs) },
    });
  }

  extension(name: string, events: readonly string[], state: string, errorType?: string): void {
    const error = errorType === undefined ? '' : `\tError Type: ${errorType}`;
    this.#log.platform(`EXTENSION\tName: ${name}\tState: ${state}\tEvents: [${events.join(', ')}]${error}\n`);
    this.#log.platformRecord(errorType === undefined ? 'INFO' : 'WARN', 'platform.extension', {
      name,
      state,
      events,
      ...(errorType === undefined ? {} : { errorType }),
    });
  }

  telemetrySubscribed(name: string, types: readonly string[]): void {
    const shown = types.map((type) => type.slice(0, 1).toUpperCase() + type.slice(1));
    this.#log.platform(`TELEMETRY\tName: ${name}\tState: Subscribed\tTypes: [${shown.join(', ')}]\n`);
    this.#log.platformRecord('INFO', 'platform.telemetrySubscription', { name, state: 'Subscribed', types });
  }

  start(call: ReportedCall): void {
    const { requestId } = call;
    const { version } = this.#launch;
    this.#log.platform(`START RequestId: ${requestId} Version: ${version}\n`);
    if (!this.#log.hearsRecords) return;
    this.#log.platformRecord('INFO', 'platform.start', {
      requestId,
      version,
      ...tracingOf(call),
      ...tenantOf(call),
    });
  }

  timeout(requestId: string, now: number, timeoutSeconds: number): void {
    const time = new Date(now).toISOString();
    this.#log.platform(`${time} ${requestId} Task timed out after ${timeoutSeconds.toFixed(2)} seconds\n\n`);
  }

  exit(requestId: string, reason: string, errorType: string): void {
    const isOwn = errorType === 'Runtime.OutOfMemory' || errorType.startsWith('Extension.');
    const type = isOwn ? errorType : 'Runtime.ExitError';
    this.#log.platform(`RequestId: ${requestId} Error: ${reason}\n${type}\n`);
    this.#log.platformRecord('WARN', 'platform.fault', `RequestId: ${requestId} Error: ${reason}\n${type}`);
  }

  endAndReport(call: ReportedCall, figures: ReportFigures, failure: ReportFailure | undefined): void {
    const { requestId, tracing } = call;
    this.#log.platform(`END RequestId: ${requestId}\n`);
    const parts = [
      `REPORT RequestId: ${requestId}`,
      `Duration: ${figures.durationMs.toFixed(2)} ms`,
      `Billed Duration: ${figures.billedDurationMs} ms`,
      `Memory Size: ${this.#launch.memoryMb} MB`,
      `Max Memory Used: ${figures.maxMemoryUsedMb} MB`,
    ];
    if (figures.initDurationMs !== undefined)
      parts.push(`Init Duration: ${figures.initDurationMs.toFixed(2)} ms`);
    parts.push(failure?.isBroken ? `Status: ${failure.status}` : '');
    if (failure?.isBroken && failure.status === 'error')
      parts.push(`Error Type: ${recordedType(failure.errorType)}`);
    const traced = tracing
      ? `XRAY TraceId: ${tracing.traceId}\tSegmentId: ${tracing.segmentId}\tSampled: true\t\n`
      : '';
    this.#log.platform(`${parts.join('\t')}\n${traced}`);
    if (this.#log.hearsRecords) this.#records(call, figures, failure);
  }

  #records(call: ReportedCall, figures: ReportFigures, failure: ReportFailure | undefined): void {
    const { requestId } = call;
    const status = failure
      ? failure.isBroken && failure.status !== 'timeout'
        ? 'failure'
        : failure.status
      : 'success';
    const outcome = {
      requestId,
      status,
      ...(failure ? { errorType: recordedType(failure.errorType) } : {}),
      ...tenantOf(call),
    };
    this.#log.platformRecord(failure ? 'WARN' : 'DEBUG', 'platform.runtimeDone', {
      ...outcome,
      metrics: { durationMs: rounded(figures.durationMs) },
      ...tracingOf(call),
    });
    this.#log.platformRecord(failure ? 'WARN' : 'INFO', 'platform.report', {
      ...outcome,
      metrics: {
        durationMs: rounded(figures.durationMs),
        billedDurationMs: figures.billedDurationMs,
        memorySizeMB: this.#launch.memoryMb,
        maxMemoryUsedMB: figures.maxMemoryUsedMb,
        ...(figures.initDurationMs === undefined ? {} : { initDurationMs: rounded(figures.initDurationMs) }),
      },
      ...tracingOf(call),
    });
  }
}

/** Of a call for a tenant: platform events name it (https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation-monitor.html). */
function tenantOf({ tenantId }: ReportedCall): object {
  return tenantId === undefined ? {} : { tenantId };
}

/** Of a call that is traced. */
function tracingOf({ tracing, traceHeader }: ReportedCall): object {
  if (!tracing || traceHeader === undefined) return {};
  return { tracing: { spanId: tracing.segmentId, type: 'X-Amzn-Trace-Id', value: traceHeader } };
}

/**
 * Log records name only types of this form; another that a runtime reports, as the class of a user's exception, is
 * unknown to them. The answer to the caller keeps it.
 */
function recordedType(errorType: string): string {
  if (/^(Runtime|Function|Sandbox|Extension)\.[A-Z][a-zA-Z]+$/.test(errorType)) return errorType;
  return errorType.startsWith('Function.') ? 'Function.Unknown' : 'Runtime.Unknown';
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
