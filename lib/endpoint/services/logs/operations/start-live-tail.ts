import type {
  LiveTailSessionLogEvent,
  StartLiveTailRequest,
  StartLiveTailResponse,
  StartLiveTailResponseStream,
} from '@aws-sdk/client-cloudwatch-logs';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Given, Operation, RequestContext } from '../../service.ts';
import { invalidParameter, limitExceeded } from '../errors.ts';
import { compileFilterPattern } from '../filter-pattern.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { WriteListener } from '../log-writer.ts';
import type { LogsParts } from '../parts.ts';
import { RateSample } from '../rate-sample.ts';

const groupsMax = 10;
const sessionsMax = 15;
const sessionMsMax = 3 * 3_600_000;
const updateIntervalMs = 1000;
/** An update shows at most this many events; of more it shows a sample. */
const updateEventsMax = 500;

/**
 * Opens a live tail: `sessionStart`, then a `sessionUpdate` every second until the caller leaves or three hours have
 * passed. Source: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html
 */
export function startLiveTail(
  parts: LogsParts,
): Operation<Given<StartLiveTailRequest>, StartLiveTailResponse> {
  return (input, context) => {
    const groupIds = checkedGroups(parts, input, context);
    const matches = compileFilterPattern(input.logEventFilterPattern);
    const names = input.logStreamNames ?? [];
    const prefixes = input.logStreamNamePrefixes ?? [];
    const isWantedStream = (name: string) =>
      (names.length === 0 && prefixes.length === 0) ||
      names.includes(name) ||
      prefixes.some((prefix) => name.startsWith(prefix));
    const sample = new RateSample<LiveTailSessionLogEvent>(updateEventsMax);
    const listen: WriteListener = (group, streamName, events) => {
      if (!groupIds.has(group.id) || !isWantedStream(streamName)) return;
      for (const event of events) {
        if (!matches(event.message)) continue;
        sample.add({
          logStreamName: streamName,
          logGroupIdentifier: `${group.accountId}:${group.name}`,
          message: event.message,
          timestamp: event.timestampMs,
          ingestionTime: event.ingestedMs,
        });
      }
    };
    if (parts.liveTails.size >= sessionsMax) {
      throw limitExceeded(`At most ${sessionsMax} live tail sessions can run at once.`);
    }
    return { responseStream: runSession(parts, input, context, listen, sample) };
  };
}

function checkedGroups(
  { repository, writer }: LogsParts,
  input: Given<StartLiveTailRequest>,
  context: RequestContext,
): Set<number> {
  const identifiers = input.logGroupIdentifiers;
  if (identifiers.length === 0 || identifiers.length > groupsMax) {
    throw invalidParameter(`logGroupIdentifiers must name 1 to ${groupsMax} log groups.`);
  }
  if (identifiers.some((identifier) => !identifier.startsWith('arn:') || identifier.endsWith('*'))) {
    throw invalidParameter(
      'Each of logGroupIdentifiers must be the ARN of a log group, without an asterisk at its end.',
    );
  }
  const filters = [...(input.logStreamNames ?? []), ...(input.logStreamNamePrefixes ?? [])];
  if (filters.length > 0 && identifiers.length > 1) {
    throw invalidParameter('Log streams can be named only when there is exactly one log group.');
  }
  if (input.logStreamNames?.length && input.logStreamNamePrefixes?.length) {
    throw invalidParameter('logStreamNames and logStreamNamePrefixes cannot be used together.');
  }
  writer.flush();
  return new Set(
    identifiers.map(
      (identifier) => findGroupOrThrow(repository, context, { logGroupIdentifier: identifier }).id,
    ),
  );
}

async function* runSession(
  { writer, liveTails, now }: LogsParts,
  input: Given<StartLiveTailRequest>,
  { requestId, signal }: RequestContext,
  listen: WriteListener,
  sample: RateSample<LiveTailSessionLogEvent>,
): AsyncGenerator<StartLiveTailResponseStream> {
  const sessionId = randomUUID();
  const endsAt = now() + sessionMsMax;
  liveTails.add(sessionId);
  const unsubscribe = writer.subscribe(listen);
  try {
    yield { sessionStart: { ...input, requestId, sessionId } };
    while (!signal.aborted && now() < endsAt) {
      await wait(updateIntervalMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      writer.flush();
      const { items, isSampled } = sample.take();
      yield { sessionUpdate: { sessionMetadata: { sampled: isSampled }, sessionResults: items } };
    }
    if (!signal.aborted) yield timedOut();
  } finally {
    unsubscribe();
    liveTails.delete(sessionId);
  }
}

/** The SDK types exceptions of a stream as its own error class; the wire layer reads the members alone. */
function timedOut(): StartLiveTailResponseStream {
  const members = { message: 'The session reached its limit of 3 hours.' };
  return { SessionTimeoutException: members } as unknown as StartLiveTailResponseStream;
}
