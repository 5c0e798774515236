import type { LogSink } from '../../runtimes/launch.ts';
import type { PublishedStage } from '../../services/apigatewayv2/index.ts';
import type { KeptLog } from '../rest-api/execution-log.ts';
import { writeAccessLine } from '../shared/access-log.ts';
import type { RouteAnswer } from './back-end.ts';
import { contextOf } from './context.ts';
import { Refusal } from './refusal.ts';
import type { SocketCall } from './socket-call.ts';

export interface StageLogging {
  readonly level: 'OFF' | 'ERROR' | 'INFO';
  /** Whether bodies, headers and parameters are kept, too. */
  readonly hasData: boolean;
}

/** What the stage's execution log keeps of a route: its own settings, else the stage's. */
export function loggingOf({ settings }: PublishedStage, routeKey: string): StageLogging {
  const own = settings.RouteSettings?.[routeKey];
  const shared = settings.DefaultRouteSettings;
  const level = own?.LoggingLevel ?? shared?.LoggingLevel ?? 'OFF';
  return {
    level: level === 'INFO' || level === 'ERROR' ? level : 'OFF',
    hasData: own?.DataTraceEnabled ?? shared?.DataTraceEnabled ?? false,
  };
}

/** Writes the line of a stage's access log, if it has one: one for each event of a connection. */
export function writeAccessLog(logs: LogSink, call: SocketCall, outcome: RouteAnswer | Refusal): void {
  const { accountId, region } = call.api;
  writeAccessLine(
    logs,
    { accountId, region, logStream: call.stage.name },
    call.stage.settings.AccessLogSettings ?? {},
    { context: { ...contextOf(call), ...outcomeMembers(call, outcome) }, ms: call.nowMs },
  );
}

function outcomeMembers(call: SocketCall, { status }: RouteAnswer | Refusal): Record<string, unknown> {
  const { learned } = call;
  const { integrationMs, integrationStatus, answeredStatus, authorizerMs, authorizerStatus } = learned;
  return {
    status,
    ...(integrationMs !== undefined && { integrationLatency: integrationMs }),
    ...(integrationStatus !== undefined && { integrationStatus }),
    integration: {
      latency: integrationMs,
      integrationStatus,
      status: answeredStatus,
      ...(learned.error?.type.startsWith('INTEGRATION_') && { error: learned.error.message }),
    },
    ...(authorizerMs !== undefined && {
      authorizer: {
        ...learned.authorizer,
        latency: authorizerMs,
        integrationLatency: authorizerMs,
        integrationStatus: authorizerStatus,
        status: authorizerStatus,
      },
    }),
  };
}

/** Writes what happened to a call to its stage's execution log. At level ERROR only what failed is written. */
export function writeExecutionLog(
  logs: LogSink,
  call: SocketCall,
  kept: KeptLog,
  outcome: RouteAnswer | Refusal,
): void {
  const { level, hasData } = loggingOf(call.stage, call.routeKey);
  if (level === 'OFF' || (level === 'ERROR' && !(outcome instanceof Refusal))) return;
  const lines = kept.lines
    .filter(({ isData }) => hasData || !isData)
    .map(({ text, ms }) => ({ text: `(${call.requestId}) ${text}`, ms }));
  append(logs, call, `/aws/apigateway/${call.api.apiId}/${call.stage.name}`, lines);
}

function append(
  logs: LogSink,
  { api, stage }: SocketCall,
  logGroup: string,
  lines: readonly { readonly text: string; readonly ms: number }[],
): void {
  const { accountId, region } = api;
  logs.append(
    { accountId, region, logGroup, logStream: stage.name },
    lines.map(({ text, ms }) => ({ timestamp: ms, message: text })),
  );
}
