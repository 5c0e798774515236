import type { GetLogGroupFieldsRequest, GetLogGroupFieldsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow } from '../groups.ts';
import { EventRow } from '../insights/rows.ts';
import type { LogsParts } from '../parts.ts';
import { readPage } from '../read-page.ts';

const aroundMs = 8 * 60_000;
const recentMs = 15 * 60_000;
/** Fields are looked for in so many of the newest events: CloudWatch Logs samples as well. */
const sampleCount = 1000;
const fieldsMax = 1000;

/** The fields of the group's newest events in the range, with the share of events that have each. */
export function getLogGroupFields({
  repository,
  writer,
  now,
}: LogsParts): Operation<Given<GetLogGroupFieldsRequest>, GetLogGroupFieldsResponse> {
  return (input, context) => {
    writer.flush();
    const group = findGroupOrThrow(repository, context, input);
    const [startMs, endMs] =
      input.time === undefined
        ? [now() - recentMs, now()]
        : [input.time * 1000 - aroundMs, input.time * 1000 + aroundMs];
    const range = {
      groupId: group.id,
      streamId: undefined,
      after: { timestampMs: startMs, id: 0 },
      before: { timestampMs: endMs + 1, id: 0 },
    };
    const events = readPage(repository, range, 'newest', sampleCount);
    const counts = new Map<string, number>();
    for (const event of events) {
      const streamName = repository.findStreamName(event.streamId) ?? '';
      const row = new EventRow(event, { streamName, log: `${group.accountId}:${group.name}` });
      for (const name of row.all().keys()) {
        if (counts.size < fieldsMax || counts.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    return {
      logGroupFields: [...counts]
        .sort(([, left], [, right]) => right - left)
        .map(([name, count]) => ({ name, percent: Math.round((count / events.length) * 100) })),
    };
  };
}
