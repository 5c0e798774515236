import type { FilterLogEventsRequest, FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { compileFilterPattern } from '../filter-pattern.ts';
import { findGroupOrThrow, findStreamOrThrow } from '../groups.ts';
import { beginning, end, readEventToken, writeEventToken } from '../page-token.ts';
import type { LogsParts } from '../parts.ts';
import { laterOf } from '../positions.ts';
import { pageBytesMax, positionOf, walkEvents } from '../read-page.ts';
import type { EventRecord, LogsRepository, Position } from '../repository.ts';
import { numberInRange } from '../rules/names.ts';

/** A call scans at most this long and then answers with what it has and a token, as AWS does. */
const scanMsMax = 1000;

/** Oldest first over all streams of a group; both ends of the time range are inclusive. */
export function filterLogEvents({
  repository,
  writer,
}: LogsParts): Operation<Given<FilterLogEventsRequest>, FilterLogEventsResponse> {
  return async (input, context) => {
    const limit = numberInRange('limit', input.limit, { min: 1, max: 10_000, fallback: 10_000 });
    const names = input.logStreamNames ?? [];
    if (names.length > 0 && input.logStreamNamePrefix !== undefined) {
      throw invalidParameter('logStreamNames and logStreamNamePrefix cannot be used together.');
    }
    if (names.length > 100) throw invalidParameter('At most 100 log streams can be named.');
    const matches = compileFilterPattern(input.filterPattern);
    writer.flush();
    const group = findGroupOrThrow(repository, context, input);
    const streams = names.map((name) => findStreamOrThrow(repository, group, name));
    const allowed = streams.length > 0 ? new Set(streams.map((stream) => stream.id)) : undefined;
    const streamName = createNameCache(repository);
    const start = input.startTime === undefined ? beginning : { timestampMs: input.startTime, id: 0 };
    const token = input.nextToken === undefined ? undefined : readForwardToken(input.nextToken);
    const range = {
      groupId: group.id,
      streamId: streams.length === 1 ? streams[0]?.id : undefined,
      after: token ? laterOf(start, token) : start,
      before: input.endTime === undefined ? end : { timestampMs: input.endTime + 1, id: 0 },
    };
    const isWanted = (event: EventRecord) => {
      if (allowed && !allowed.has(event.streamId)) return false;
      const name = streamName(event.streamId);
      // Undefined: the stream was deleted and its events wait for the clean-up.
      return name?.startsWith(input.logStreamNamePrefix ?? '') === true && matches(event.message);
    };

    const page: EventRecord[] = [];
    let bytes = 0;
    let scannedTo: Position | undefined;
    const deadline = performance.now() + scanMsMax;
    scan: for (const chunk of walkEvents(repository, range, 'oldest')) {
      for (const event of chunk) {
        const wanted = isWanted(event);
        const isFull =
          wanted && page.length > 0 && (page.length >= limit || bytes + event.byteCount > pageBytesMax);
        if (isFull || performance.now() > deadline) {
          // Stopped before this event, but never without having moved on.
          if (scannedTo) return toOutput(page, streamName, scannedTo);
        }
        if (wanted) {
          page.push(event);
          bytes += event.byteCount;
        }
        scannedTo = positionOf(event);
      }
      if (context.signal.aborted) break scan;
      await nextTurn();
    }
    return toOutput(page, streamName, undefined);
  };
}

function toOutput(
  page: readonly EventRecord[],
  streamName: (id: number) => string | undefined,
  scannedTo: Position | undefined,
): FilterLogEventsResponse {
  return {
    events: page.map((event) => ({
      logStreamName: streamName(event.streamId),
      timestamp: event.timestampMs,
      message: event.message,
      ingestionTime: event.ingestedMs,
      eventId: String(event.id).padStart(56, '0'),
    })),
    searchedLogStreams: [],
    ...(scannedTo && { nextToken: writeEventToken('f', scannedTo) }),
  };
}

function readForwardToken(token: string): Position {
  const { direction, position } = readEventToken(token);
  if (direction !== 'f') throw invalidParameter('The specified nextToken is invalid.');
  return position;
}

function createNameCache(repository: LogsRepository): (streamId: number) => string | undefined {
  const names = new Map<number, string | undefined>();
  return (streamId) => {
    if (!names.has(streamId)) names.set(streamId, repository.findStreamName(streamId));
    return names.get(streamId);
  };
}
