import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../../errors.ts';
import type { QueueAccess, ReceivedMessage } from '../../sqs/index.ts';
import { findVersion } from '../function-access.ts';
import { prepareCall, runCall } from '../invocation.ts';
import { functionArn } from '../names.ts';
import { createQueueFilter, failedOf, queueRecord, type QueueRecordEvent } from '../mappings/queue-event.ts';
import type { MappingRecord } from '../mappings/mapping-record.ts';
import type { LambdaParts } from '../parts.ts';
import { isStopped, runsIn } from '../recursion.ts';
import type { Poller } from './poller.ts';

const pollMs = 20_000;
/** Of the event's JSON; a message more would make the call too large. */
const batchBytesMax = 6 * 1024 * 1024 - 64 * 1024;
/** Room for what stands around a body in its record. */
const recordOverheadBytes = 1024;
/** AWS begins with five pollers; more calls at one time than the machine has environments for would only wait. */
const concurrencyDefault = 10;
const backOffMsMin = 1000;
const backOffMsMax = 60_000;

/** Reads a queue and calls the function with batches of its messages (8.1). */
export function startQueuePoller(parts: LambdaParts, mapping: MappingRecord, queues: QueueAccess): Poller {
  const { clock, logger } = parts;
  const { settings, sourceArn = '', region } = mapping;
  const isWanted = createQueueFilter(settings.filters);
  const callsMax = settings.plain.ScalingConfig?.MaximumConcurrency ?? concurrencyDefault;
  const stop = new AbortController();
  const stopped = new Promise<void>((resolve) =>
    stop.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  const calls = new Set<Promise<void>>();
  const where = { mapping: mapping.uuid, queue: sourceArn };
  let isAbandoned = false;
  let failures = 0;
  /** Received, but one too many for the last batch. */
  let carried: ReceivedMessage[] = [];

  async function poll(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        await pollOnce();
      } catch (error) {
        logger.error({ ...where, err: error }, 'A queue could not be read');
        await pause(backOffMsMin);
      }
    }
    await giveBack(carried);
  }

  /** So that another poller, or this one after a change, need not wait for the visibility timeout. */
  async function giveBack(messages: readonly ReceivedMessage[]): Promise<void> {
    if (isAbandoned) return;
    const handles = messages.map(({ receiptHandle }) => receiptHandle);
    await queues
      .release(sourceArn, handles)
      .catch((error: unknown) => logger.error({ ...where, err: error }, 'Messages could not be given back'));
  }

  async function pollOnce(): Promise<void> {
    if (failures > 0) await pause(Math.min(backOffMsMax, backOffMsMin * 2 ** (failures - 1)));
    while (calls.size >= callsMax) {
      await Promise.race([...calls, stopped]);
      if (stop.signal.aborted) return;
    }
    const queue = queues.find(sourceArn);
    const key = { ...mapping, name: mapping.functionName };
    const called = findVersion(parts.repository, key, mapping.qualifier);
    // Without function or queue nothing is taken from either; both may come back.
    if (!queue || !called) return pause(backOffMsMin * 5);
    const timeoutSeconds = called.settings.timeoutSeconds;
    const isTight = settings.windowSeconds + timeoutSeconds > queue.visibilitySeconds;
    const visibilitySeconds =
      settings.windowSeconds > 0 && isTight
        ? settings.windowSeconds + timeoutSeconds + 30
        : queue.visibilitySeconds;
    const batch = await collect(visibilitySeconds, queue.isFifo);
    if (batch.length === 0) return;
    if (stop.signal.aborted) return giveBack(batch);
    const call = handle(batch)
      .catch((error: unknown) =>
        logger.error({ ...where, err: error }, 'A batch met a failure of the endpoint'),
      )
      .finally(() => calls.delete(call));
    calls.add(call);
  }

  /** Until the batch is full, its window is over, or the next message would make it too large. */
  async function collect(visibilitySeconds: number, isFifo: boolean): Promise<ReceivedMessage[]> {
    const batch: ReceivedMessage[] = carried;
    carried = [];
    let bytes = sizeOf(batch);
    let deadlineMs = batch.length > 0 ? clock.now() + settings.windowSeconds * 1000 : undefined;
    while (batch.length < settings.batchSize && !stop.signal.aborted) {
      const waitMs = deadlineMs === undefined ? pollMs : Math.max(0, deadlineMs - clock.now());
      const received = await queues.receive(sourceArn, {
        countMax: Math.min(10, settings.batchSize - batch.length),
        visibilitySeconds,
        isOneGroup: isFifo,
        waitMs,
        signal: stop.signal,
      });
      if (received.length === 0) break;
      deadlineMs ??= clock.now() + settings.windowSeconds * 1000;
      for (const message of received) {
        bytes += sizeOf([message]);
        if (bytes > batchBytesMax && batch.length > 0) carried.push(message);
        else batch.push(message);
      }
      if (carried.length > 0 || clock.now() >= deadlineMs) break;
    }
    return batch;
  }

  async function handle(batch: readonly ReceivedMessage[]): Promise<void> {
    const hasWindow = settings.windowSeconds > 0;
    const records = batch.map((message) => queueRecord(message, sourceArn, region, hasWindow));
    const wanted = records.filter(isWanted);
    const unwanted = records.filter((record) => !wanted.includes(record));
    // Messages that no filter lets through are deleted.
    await queues.remove(
      sourceArn,
      unwanted.map(({ receiptHandle }) => receiptHandle),
    );
    const sound = await withoutLoops(wanted);
    if (sound.length === 0) return;
    const failed = await call(sound);
    if (isAbandoned || failed === 'all') return;
    const done = sound.filter(({ messageId }) => !failed.has(messageId));
    await queues.remove(
      sourceArn,
      done.map(({ receiptHandle }) => receiptHandle),
    );
  }

  /**
   * Messages that would go on with a loop are not handed over: the queue's own redrive policy brings them to its
   * dead-letter queue; without one they are deleted.
   */
  async function withoutLoops(records: QueueRecordEvent[]): Promise<QueueRecordEvent[]> {
    const key = { ...mapping, name: mapping.functionName };
    const looping = records.filter(({ attributes }) => isStopped(parts, key, attributes['AWSTraceHeader']));
    if (looping.length === 0) return records;
    logger.warn({ ...where, messages: looping.length }, 'Messages of a recursive loop were stopped');
    if (!queues.find(sourceArn)?.hasDeadLetterQueue)
      await queues.remove(
        sourceArn,
        looping.map(({ receiptHandle }) => receiptHandle),
      );
    return records.filter((record) => !looping.includes(record));
  }

  /** The batch goes on with that of its chains in which the function ran most. */
  function traceHeaderOf(records: readonly QueueRecordEvent[]): Record<string, string> {
    const key = { ...mapping, name: mapping.functionName };
    const headers = records.map(({ attributes }) => attributes['AWSTraceHeader']);
    const [first] = headers.sort((a, b) => runsIn(key, b) - runsIn(key, a));
    return first === undefined ? {} : { 'x-amzn-trace-id': first };
  }

  /** Messages that failed stay hidden until their visibility timeout is over, as on AWS. */
  async function call(records: QueueRecordEvent[]): Promise<'all' | ReadonlySet<string>> {
    try {
      const requestId = randomUUID();
      const name = functionArn({ ...mapping, name: mapping.functionName }, mapping.qualifier);
      const prepared = prepareCall(
        { FunctionName: name, Payload: Buffer.from(JSON.stringify({ Records: records })) },
        {
          accountId: mapping.accountId,
          region,
          requestId,
          headers: traceHeaderOf(records),
          baseUrl: parts.endpointUrl,
          signal: new AbortController().signal,
        },
        parts,
        'endpoint',
      );
      const outcome = await runCall(prepared, parts);
      failures = 0;
      if (outcome.kind === 'function-error') return 'all';
      if (!settings.responseTypes.includes('ReportBatchItemFailures')) return new Set();
      return failedOf(outcome.payload, new Set(records.map(({ messageId }) => messageId)));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      failures += 1;
      if (error.code !== 'TooManyRequestsException' && !stop.signal.aborted)
        logger.warn({ ...where, reason: error.message }, 'A function could not be called with a batch');
      return 'all';
    }
  }

  function pause(ms: number): Promise<void> {
    if (stop.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        callOff();
        stop.signal.removeEventListener('abort', end);
        resolve();
      };
      const callOff = clock.after(ms, end);
      stop.signal.addEventListener('abort', end, { once: true });
    });
  }

  const polling = poll();
  return {
    async stop() {
      stop.abort();
      await polling;
      await Promise.all(calls);
    },
    abandon() {
      stop.abort();
      isAbandoned = true;
    },
  };
}

function sizeOf(messages: readonly ReceivedMessage[]): number {
  return messages.reduce(
    // Escaped in JSON a body grows; twice its size is what text rarely passes.
    (sum, { body }) => sum + Buffer.byteLength(JSON.stringify(body)) + recordOverheadBytes,
    0,
  );
}
