import type { LogSink } from '../../runtimes/launch.ts';
import { writeAccessLine } from '../shared/access-log.ts';
import type { Answer } from '../shared/answer.ts';
import { contextOf } from './context.ts';
import type { HttpApiCall } from './open-call.ts';

/** Writes the line of a stage's access log, if it has one. */
export function writeAccessLog(logs: LogSink, call: HttpApiCall, answer: Answer, durationMs: number): void {
  const { api, stage, facts, learned } = call;
  const settings = stage.settings.AccessLogSettings;
  if (!settings) return;
  const { integrationMs, integrationStatus, answeredStatus, authorizerMs, error } = learned;
  const responseBytes = typeof answer.body === 'string' ? Buffer.byteLength(answer.body) : answer.body.length;
  const context = contextOf(call);
  const integrationError = error?.type.startsWith('INTEGRATION_') === true ? error.reason : undefined;
  const members = {
    ...context,
    status: answer.status,
    dataProcessed: (learned.requestBytes ?? 0) + responseBytes,
    responseLatency: durationMs,
    responseLength: responseBytes,
    integrationLatency: integrationMs,
    integrationStatus,
    integrationErrorMessage: integrationError,
    integration: {
      latency: integrationMs,
      integrationStatus,
      status: answeredStatus,
      error: integrationError,
    },
    authorizer: {
      ...(context['authorizer'] as object | undefined),
      latency: authorizerMs,
      ...(error?.type.startsWith('AUTHORIZER_') === true && { error: error.reason }),
    },
  };
  writeAccessLine(logs, { accountId: api.accountId, region: api.region, logStream: stage.name }, settings, {
    context: members,
    ms: facts.nowMs,
  });
}
