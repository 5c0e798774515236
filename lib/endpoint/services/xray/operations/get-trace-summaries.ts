import type { GetTraceSummariesRequest, GetTraceSummariesResult, TraceSummary } from '@aws-sdk/client-xray';
import type { Given, Operation } from '../../service.ts';
import { invalidRequest } from '../errors.ts';
import { matches } from '../filter/matches.ts';
import { parseFilter } from '../filter/parse.ts';
import type { XRayParts } from '../parts.ts';
import type { TimeRangeType } from '../records.ts';
import type { TraceCursor, TraceRecord } from '../repository.ts';
import { readTimeRange } from '../rules/time-range.ts';
import { summaryOf } from '../summary.ts';

const hoursMax = 24;
const pageSize = 100;
/** Traces that one request looks at; with more it answers with what it found and a token. */
const lookedAtMax = 2000;

/** The newest first. */
export function getTraceSummaries({
  repository,
  writer,
  now,
}: XRayParts): Operation<Given<GetTraceSummariesRequest>, GetTraceSummariesResult> {
  return (input, context) => {
    const range = {
      type: readType(input.TimeRangeType),
      ...readTimeRange(input.StartTime, input.EndTime, hoursMax),
    };
    if (input.Sampling === true || input.SamplingStrategy !== undefined)
      throw invalidRequest('This endpoint looks at all traces; leave Sampling and SamplingStrategy out.');
    const filter = input.FilterExpression === undefined ? undefined : parseFilter(input.FilterExpression);
    writer.flush();
    const found: TraceSummary[] = [];
    let cursor = readToken(input.NextToken);
    let lookedAt = 0;
    let isMore = true;
    while (isMore && found.length < pageSize && lookedAt < lookedAtMax) {
      const page = repository.listTraces(context, range, cursor, pageSize);
      isMore = page.length === pageSize;
      for (const trace of page) {
        lookedAt += 1;
        cursor = cursorOf(trace, range.type);
        if (!filter || matches(filter, trace.facts, context.accountId)) found.push(summaryOf(trace));
        if (found.length < pageSize) continue;
        isMore = true;
        break;
      }
    }
    return {
      TraceSummaries: found,
      ApproximateTime: new Date(now()),
      TracesProcessedCount: lookedAt,
      ...(isMore && cursor && { NextToken: tokenOf(cursor) }),
    };
  };
}

function readType(given: string | undefined): TimeRangeType {
  if (given === undefined || given === 'TraceId') return 'TraceId';
  if (given === 'Event' || given === 'Service') return given;
  throw invalidRequest(`TimeRangeType must be one of TraceId, Event and Service, not ${given}.`);
}

function cursorOf(trace: TraceRecord, type: TimeRangeType): TraceCursor {
  const ms = { TraceId: trace.startedMs, Event: trace.updatedMs, Service: trace.endedMs }[type];
  return { ms, traceId: trace.traceId };
}

function tokenOf({ ms, traceId }: TraceCursor): string {
  return Buffer.from(`${ms}/${traceId}`).toString('base64url');
}

function readToken(token: string | undefined): TraceCursor | undefined {
  if (token === undefined) return undefined;
  const [, ms, traceId = ''] = /^(\d{1,16})\/(.*)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (ms === undefined) throw invalidRequest('NextToken is not one that this operation gave out.');
  return { ms: Number(ms), traceId };
}
