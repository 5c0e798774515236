import type { GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow, findStreamOrThrow } from '../groups.ts';
import { beginning, end, readEventToken, writeEventToken } from '../page-token.ts';
import type { LogsParts } from '../parts.ts';
import { positionOf, readPage } from '../read-page.ts';
import type { EventRecord, Position } from '../repository.ts';
import { laterOf, earlierOf } from '../positions.ts';
import { numberInRange } from '../rules/names.ts';

/** Without a token the newest page comes first unless `startFromHead`; `endTime` is exclusive. */
export function getLogEvents({
  repository,
  writer,
}: LogsParts): Operation<Given<GetLogEventsRequest>, GetLogEventsResponse> {
  return (input, context) => {
    const limit = numberInRange('limit', input.limit, { min: 1, max: 10_000, fallback: 10_000 });
    writer.flush();
    const group = findGroupOrThrow(repository, context, input);
    const stream = findStreamOrThrow(repository, group, input.logStreamName);
    const token = input.nextToken === undefined ? undefined : readEventToken(input.nextToken);
    const isForward = token ? token.direction === 'f' : (input.startFromHead ?? false);
    const start = input.startTime === undefined ? beginning : { timestampMs: input.startTime, id: 0 };
    const stop = input.endTime === undefined ? end : { timestampMs: input.endTime, id: 0 };
    const page = readPage(
      repository,
      {
        groupId: group.id,
        streamId: stream.id,
        after: token?.direction === 'f' ? laterOf(start, token.position) : start,
        before: token?.direction === 'b' ? earlierOf(stop, token.position) : stop,
      },
      isForward ? 'oldest' : 'newest',
      limit,
    );
    return {
      events: page.map((event) => ({
        timestamp: event.timestampMs,
        message: event.message,
        ingestionTime: event.ingestedMs,
      })),
      ...tokensAround(page, token),
    };
  };
}

/** At either end of the stream the token that led there comes back unchanged: so a reader knows it has arrived. */
function tokensAround(
  page: readonly EventRecord[],
  token: { direction: 'f' | 'b'; position: Position } | undefined,
) {
  const first = page[0];
  const last = page.at(-1);
  if (first && last) {
    return {
      nextForwardToken: writeEventToken('f', positionOf(last)),
      nextBackwardToken: writeEventToken('b', positionOf(first)),
    };
  }
  const { direction, position } = token ?? { direction: 'f', position: beginning };
  // A forward token stands on the last event seen and a backward one on the first: turning round includes it.
  const turned =
    direction === 'f' ? { ...position, id: position.id + 1 } : { ...position, id: position.id - 1 };
  return {
    nextForwardToken: writeEventToken('f', direction === 'f' ? position : turned),
    nextBackwardToken: writeEventToken('b', direction === 'b' ? position : turned),
  };
}
