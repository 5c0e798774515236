import type { LogSink } from '../../runtimes/launch.ts';
import type { Answer } from '../shared/answer.ts';
import type { Outcome } from './answer-call.ts';
import { contextOf, contextText } from './context.ts';
import type { KeptLog } from './execution-log.ts';
import type { RestCall } from './rest-call.ts';

export interface StageLogging {
  readonly level: 'OFF' | 'ERROR' | 'INFO';
  /** Whether bodies, headers and parameters are kept, too. */
  readonly hasData: boolean;
}

/** Writes the line of a stage's access log, if it has one. */
export function writeAccessLog(logs: LogSink, call: RestCall, { answer }: Outcome, durationMs: number): void {
  const { destinationArn = '', format = '' } = call.stage?.accessLogSettings ?? {};
  const logGroup = /:log-group:([^:]+)/.exec(destinationArn)?.[1];
  if (logGroup === undefined || format === '') return;
  const context = { ...contextOf(call), ...outcomeMembers(call, answer, durationMs) };
  const line = format.replaceAll(
    /\$\{?context\.([\w.-]*\w)/g,
    (_, path: string) => contextText(context, path) ?? '-',
  );
  const logStream = call.deploymentId;
  append(logs, call, { logGroup, logStream }, [{ text: line, ms: call.nowMs }]);
}

function outcomeMembers(call: RestCall, answer: Answer, durationMs: number): Record<string, unknown> {
  const { integrationMs, integrationStatus, authorizerMs } = call.learned;
  return {
    status: answer.status,
    responseLatency: durationMs,
    responseLength:
      call.learned.streamedBytes ??
      (typeof answer.body === 'string' ? Buffer.byteLength(answer.body) : answer.body.length),
    ...(integrationMs !== undefined && { integrationLatency: integrationMs }),
    ...(integrationStatus !== undefined && { integrationStatus }),
    integration: { latency: integrationMs, integrationStatus, status: answer.status },
    ...(authorizerMs !== undefined && {
      authorizer: { ...call.learned.authorizer, latency: authorizerMs, integrationLatency: authorizerMs },
    }),
    xrayTraceId: call.traceHeader,
  };
}

/** Writes what happened to a call to its stage's execution log. At level ERROR only what failed is written. */
export function writeExecutionLog(
  logs: LogSink,
  call: RestCall,
  kept: KeptLog,
  { level, hasData }: StageLogging,
  { refusal }: Outcome,
): void {
  if (level === 'OFF' || (level === 'ERROR' && !refusal)) return;
  const logGroup = `API-Gateway-Execution-Logs_${call.apiId}/${call.stageName}`;
  const lines = kept.lines
    .filter(({ isData }) => hasData || !isData)
    .map(({ text, ms }) => ({ text: `(${call.requestId}) ${text}`, ms }));
  append(logs, call, { logGroup, logStream: call.deploymentId }, lines);
}

function append(
  logs: LogSink,
  { accountId, region }: RestCall,
  place: { logGroup: string; logStream: string },
  lines: readonly { readonly text: string; readonly ms: number }[],
): void {
  logs.append(
    { accountId, region, ...place },
    lines.map(({ text, ms }) => ({ timestamp: ms, message: text })),
  );
}
