import type { RouteAnswer } from './back-end.ts';
import type { SocketParts } from './parts.ts';
import { Refusal } from './refusal.ts';
import { countCall } from './stage-metrics.ts';
import type { SocketCall } from './socket-call.ts';
import { writeAccessLog, writeExecutionLog } from './stage-logs.ts';

const began: Readonly<Record<SocketCall['eventType'], string>> = {
  CONNECT: 'is connecting to',
  MESSAGE: 'sent a message to',
  DISCONNECT: 'is disconnected from',
};

export function beginCall({ log, api, caller, eventType, routeKey, requestId, body }: SocketCall): void {
  log.add(() => `Extended Request Id: ${requestId}`);
  log.add(() => `Starting execution for request: ${requestId}`);
  log.add(() => {
    const who = `Connection Id: ${caller.id}, UserAgent: ${caller.userAgent ?? 'null'}, SourceIp: ${caller.sourceIp}`;
    return `Client [${who}] ${began[eventType]} WebSocket API [${api.apiId}], route ${routeKey}`;
  });
  if (body !== undefined) log.addData(() => `Request body before transformations: ${body}`);
}

/** Leaves behind what logs and metrics want of a call. */
export function finishCall(parts: SocketParts, call: SocketCall, outcome: RouteAnswer | Refusal): void {
  if (outcome instanceof Refusal) noteRefusal(parts, call, outcome);
  else {
    const { integrationMs: ms } = call.learned;
    if (ms !== undefined)
      call.log.add(() => `Received response. Status: ${outcome.status}, Integration latency: ${ms} ms`);
    call.log.add(() => 'Successfully completed execution');
  }
  countCall(parts.meters, call, outcome);
  writeAccessLog(parts.logs, call, outcome);
  if (call.keptLog) writeExecutionLog(parts.logs, call, call.keptLog, outcome);
}

function noteRefusal({ log }: SocketParts, call: SocketCall, refusal: Refusal): void {
  const { type, message, reason, validation } = refusal;
  call.learned.error = { type, message, validation };
  call.log.add(() => `Execution failed: ${reason ?? validation ?? message}`);
  call.log.add(() => `Gateway response type: ${type} with status code: ${refusal.status}`);
  if (reason === undefined) return;
  log.warn(
    {
      apiId: call.api.apiId,
      stage: call.stage.name,
      routeKey: call.routeKey,
      requestId: call.requestId,
      reason,
    },
    'A WebSocket API could not answer with its back end',
  );
}
