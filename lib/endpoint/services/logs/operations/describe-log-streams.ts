import type { DescribeLogStreamsRequest, DescribeLogStreamsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { findGroupOrThrow, groupArn } from '../groups.ts';
import { readListToken, writeListToken } from '../page-token.ts';
import type { LogsParts } from '../parts.ts';
import type { GroupRecord, StreamRecord } from '../repository.ts';
import { assertNames, numberInRange, oneOf } from '../rules/names.ts';

export function describeLogStreams({
  repository,
  writer,
}: LogsParts): Operation<Given<DescribeLogStreamsRequest>, DescribeLogStreamsResponse> {
  return (input, context) => {
    const limit = numberInRange('limit', input.limit, { min: 1, max: 50, fallback: 50 });
    const orderBy = oneOf('orderBy', input.orderBy, ['LogStreamName', 'LastEventTime'], 'LogStreamName');
    if (input.logStreamNamePrefix !== undefined) assertNames({ logStreamName: input.logStreamNamePrefix });
    if (orderBy === 'LastEventTime' && input.logStreamNamePrefix !== undefined) {
      throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
    }
    writer.flush();
    const group = findGroupOrThrow(repository, context, input);
    const streams = repository.listStreams(group.id, {
      prefix: input.logStreamNamePrefix ?? '',
      orderBy,
      isDescending: input.descending ?? false,
      after: input.nextToken === undefined ? undefined : readListToken(input.nextToken, parsePlace),
      limit: limit + 1,
    });
    const page = streams.slice(0, limit);
    const last = page.at(-1);
    return {
      logStreams: page.map((stream) => toOutput(group, stream)),
      ...(streams.length > limit &&
        last && { nextToken: writeListToken({ name: last.name, lastEventMs: last.lastEventMs ?? 0 }) }),
    };
  };
}

function parsePlace(value: unknown): { name: string; lastEventMs: number } | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('lastEventMs' in value))
    return undefined;
  const { name, lastEventMs } = value;
  return typeof name === 'string' && Number.isSafeInteger(lastEventMs)
    ? { name, lastEventMs: Number(lastEventMs) }
    : undefined;
}

function toOutput(group: GroupRecord, stream: StreamRecord) {
  return {
    logStreamName: stream.name,
    creationTime: stream.createdMs,
    ...(stream.firstEventMs !== undefined && { firstEventTimestamp: stream.firstEventMs }),
    ...(stream.lastEventMs !== undefined && { lastEventTimestamp: stream.lastEventMs }),
    ...(stream.lastIngestionMs !== undefined && { lastIngestionTime: stream.lastIngestionMs }),
    // Nothing was ever uploaded to one without an ingestion.
    ...(stream.lastIngestionMs !== undefined && {
      uploadSequenceToken: String(stream.id).padStart(56, '0'),
    }),
    arn: `${groupArn(group)}:log-stream:${stream.name}`,
    // AWS reports 0 for every stream since June 2019.
    storedBytes: 0,
  };
}
