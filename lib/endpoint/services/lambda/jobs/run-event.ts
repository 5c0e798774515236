import type { InvocationOutcome } from '../../../runtimes/launch.ts';
import { ServiceError } from '../../../errors.ts';
import type { RequestContext } from '../../service.ts';
import { deliverFailure, deliverSuccess, type Settled } from '../destinations.ts';
import { prepareCall, runCall } from '../invocation.ts';
import { functionArn } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import type { EventInvokeConfig, EventRecord } from '../repository-events.ts';
import type { EventVerdict } from './event-queue.ts';

const ageSecondsDefault = 21_600;
const retriesDefault = 2;
/** Before the second and the third attempt. */
const retryDelaysMs = [60_000, 120_000];
const backOffMsMin = 1000;
const backOffMsMax = 300_000;

type Attempt = {
  readonly outcome: Exclude<InvocationOutcome, { kind: 'not-run' }>;
  readonly version: string;
};

/** One turn of an asynchronous call (7): runs it, retries it later, or settles it with its destinations. */
export async function runEvent(
  parts: LambdaParts,
  event: EventRecord,
  isOpen: () => boolean,
): Promise<EventVerdict> {
  const config = parts.repository.events.findConfig(event, event.qualifier ?? '$LATEST');
  const expiresMs = event.acceptedMs + (config?.ageSeconds ?? ageSecondsDefault) * 1000;
  if (parts.clock.now() > expiresMs) {
    return settle(parts, event, config, { condition: 'EventAgeExceeded', invokeCount: event.attempts });
  }
  if (parts.concurrency.reservedOf(event) === 0) {
    return settle(parts, event, config, { condition: 'ZeroReservedConcurrency', invokeCount: 0 });
  }
  const startedMs = parts.clock.now();
  parts.metrics.count(event, 'AsyncEventAge', startedMs - event.acceptedMs, startedMs, 'Milliseconds');
  const attempt = await tryOnce(parts, event);
  // Environments are killed at shutdown: that is no failure of the function.
  if (!isOpen()) return { kind: 'abandoned' };
  if (attempt === 'gone') return { kind: 'done' };
  if (attempt === 'stopped')
    return settle(parts, event, config, { condition: 'RetriesExhausted', invokeCount: event.attempts });
  if (attempt === 'not-run') return postpone(parts, event, config, expiresMs);
  const invokeCount = event.attempts + 1;
  const response = { outcome: attempt.outcome, version: attempt.version };
  if (attempt.outcome.kind === 'success') {
    await deliverSuccess(parts, event, config, { condition: 'Success', invokeCount, response });
    return { kind: 'done' };
  }
  if (invokeCount > (config?.retries ?? retriesDefault)) {
    return settle(parts, event, config, { condition: 'RetriesExhausted', invokeCount, response });
  }
  const dueMs = parts.clock.now() + (retryDelaysMs[invokeCount - 1] ?? backOffMsMax);
  if (dueMs > expiresMs) {
    return settle(parts, event, config, { condition: 'EventAgeExceeded', invokeCount, response });
  }
  return { kind: 'again', dueMs, attempts: invokeCount, postponements: 0 };
}

async function tryOnce(
  parts: LambdaParts,
  event: EventRecord,
): Promise<Attempt | 'gone' | 'stopped' | 'not-run'> {
  try {
    const call = prepareCall(
      {
        FunctionName: event.name,
        Qualifier: event.qualifier,
        Payload: event.payload,
        ClientContext: event.clientContext,
        TenantId: event.tenantId,
      },
      contextOf(parts, event),
      parts,
      'endpoint',
    );
    const { acceptedMs, attempts } = event;
    const outcome = await runCall({ ...call, event: { acceptedMs, attempts } }, parts);
    return { outcome, version: call.record.version };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const where = { function: functionArn(event, event.qualifier), requestId: event.requestId };
    if (error.code === 'ResourceNotFoundException') {
      parts.logger.warn(where, 'An asynchronous call was dropped: its function is gone');
      return 'gone';
    }
    if (error.code === 'RecursiveInvocationException') {
      parts.logger.warn({ ...where, reason: error.message }, 'An asynchronous call was stopped');
      return 'stopped';
    }
    if (error.code !== 'TooManyRequestsException')
      parts.logger.warn({ ...where, reason: error.message }, 'An asynchronous call could not run and waits');
    return 'not-run';
  }
}

/** The same request id with every attempt, as the logs of AWS show. */
function contextOf(parts: LambdaParts, event: EventRecord): RequestContext {
  return {
    accountId: event.accountId,
    region: event.region,
    requestId: event.requestId,
    headers: event.traceHeader === undefined ? {} : { 'x-amzn-trace-id': event.traceHeader },
    baseUrl: parts.endpointUrl,
    signal: new AbortController().signal,
  };
}

/** Throttled or without an environment: exponential back-off, which uses up no retries. */
function postpone(
  parts: LambdaParts,
  event: EventRecord,
  config: EventInvokeConfig | undefined,
  expiresMs: number,
): EventVerdict | Promise<EventVerdict> {
  const delayMs = Math.min(backOffMsMax, backOffMsMin * 2 ** Math.min(event.postponements, 20));
  const dueMs = parts.clock.now() + delayMs;
  if (dueMs > expiresMs) {
    return settle(parts, event, config, { condition: 'EventAgeExceeded', invokeCount: event.attempts });
  }
  return { kind: 'again', dueMs, attempts: event.attempts, postponements: event.postponements + 1 };
}

async function settle(
  parts: LambdaParts,
  event: EventRecord,
  config: EventInvokeConfig | undefined,
  settled: Settled,
): Promise<EventVerdict> {
  await deliverFailure(parts, event, config, settled);
  return { kind: 'done' };
}
