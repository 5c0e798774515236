import type { InputLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import type { LogEvent } from '../../../runtimes/launch.ts';
import { invalidParameter } from '../errors.ts';
import { eventBytesMax } from '../log-writer.ts';

const batchCountMax = 10_000;
const batchBytesMax = 1_048_576;
/** Counted for each event on top of its message. */
const eventOverheadBytes = 26;
const dayMs = 86_400_000;
const tooNewMs = 2 * 3_600_000;
const tooOldMs = 14 * dayMs;

export interface CheckedEvents {
  readonly accepted: readonly LogEvent[];
  /** Indexes into the request, as `rejectedLogEventsInfo` has them. */
  readonly tooNewStartIndex: number | undefined;
  readonly tooOldEndIndex: number | undefined;
  readonly expiredEndIndex: number | undefined;
}

/**
 * The rules of PutLogEvents: a broken batch is refused whole, single events out of time are only left out.
 * Source: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
 */
export function checkEvents(
  input: readonly InputLogEvent[],
  limits: { nowMs: number; retentionDays: number | undefined },
): CheckedEvents {
  if (input.length === 0 || input.length > batchCountMax) {
    throw invalidParameter(
      `1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length ` +
        (input.length === 0 ? 'greater than or equal to 1' : `less than or equal to ${batchCountMax}`),
    );
  }
  const events = input.map(({ timestamp = 0, message = '' }) => ({ timestamp, message }));
  assertBatch(events);
  const isTooOld = (event: LogEvent) => event.timestamp < limits.nowMs - tooOldMs;
  const isExpired = (event: LogEvent) =>
    limits.retentionDays !== undefined && event.timestamp < limits.nowMs - limits.retentionDays * dayMs;
  const isTooNew = (event: LogEvent) => event.timestamp > limits.nowMs + tooNewMs;
  // The batch is in order, so what is left out is a head and a tail.
  const headOf = (test: (event: LogEvent) => boolean) => {
    const count = events.filter(test).length;
    return count === 0 ? undefined : count;
  };
  const tooNew = events.findIndex(isTooNew);
  return {
    accepted: events.filter((event) => !isTooOld(event) && !isExpired(event) && !isTooNew(event)),
    tooNewStartIndex: tooNew === -1 ? undefined : tooNew,
    tooOldEndIndex: headOf(isTooOld),
    expiredEndIndex: headOf(isExpired),
  };
}

function assertBatch(events: readonly LogEvent[]): void {
  let total = 0;
  let previous = 0;
  for (const [index, event] of events.entries()) {
    const byteCount = Buffer.byteLength(event.message);
    total += byteCount + eventOverheadBytes;
    if (event.message === '') {
      throw invalidParameter(
        `1 validation error detected: Value '' at 'logEvents.${index + 1}.member.message' failed to satisfy ` +
          'constraint: Member must have length greater than or equal to 1',
      );
    }
    if (!Number.isSafeInteger(event.timestamp) || event.timestamp < 0) {
      throw invalidParameter(
        `1 validation error detected: Value '${event.timestamp}' at 'logEvents.${index + 1}.member.timestamp' ` +
          'failed to satisfy constraint: Member must have value greater than or equal to 0',
      );
    }
    if (byteCount > eventBytesMax) {
      throw invalidParameter(`Log event too large: ${byteCount} bytes exceeds limit of ${eventBytesMax}`);
    }
    if (event.timestamp < previous) {
      throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.');
    }
    previous = event.timestamp;
  }
  if (total > batchBytesMax) {
    throw invalidParameter(`Upload too large: ${total} bytes exceeds limit of ${batchBytesMax}`);
  }
  const first = events[0];
  if (first && previous - first.timestamp > dayMs) {
    throw invalidParameter(
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    );
  }
}
