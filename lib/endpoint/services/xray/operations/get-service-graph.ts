import type { GetServiceGraphRequest, GetServiceGraphResult } from '@aws-sdk/client-xray';
import type { Given, Operation } from '../../service.ts';
import { invalidRequest } from '../errors.ts';
import { createGraph } from '../graph.ts';
import type { XRayParts } from '../parts.ts';
import type { TraceCursor } from '../repository.ts';
import { readTimeRange } from '../rules/time-range.ts';

const hoursMax = 6;
const pageSize = 500;
/** The newest traces of the range; a busier one is drawn from these alone. */
const tracesMax = 5000;

export function getServiceGraph({
  repository,
  writer,
}: XRayParts): Operation<Given<GetServiceGraphRequest>, GetServiceGraphResult> {
  return (input, context) => {
    const isDefault = (input.GroupName ?? 'Default') === 'Default' && input.GroupARN === undefined;
    if (!isDefault) throw invalidRequest('Groups are not kept by this endpoint: there is Default alone.');
    const range = readTimeRange(input.StartTime, input.EndTime, hoursMax);
    writer.flush();
    const graph = createGraph(context);
    let cursor: TraceCursor | undefined;
    for (let seen = 0, isMore = true; isMore && seen < tracesMax; seen += pageSize) {
      const page = repository.listTraces(context, { type: 'TraceId', ...range }, cursor, pageSize);
      for (const { facts } of page) graph.add(facts);
      const last = page.at(-1);
      isMore = page.length === pageSize;
      cursor = last && { ms: last.startedMs, traceId: last.traceId };
    }
    return {
      StartTime: input.StartTime,
      EndTime: input.EndTime,
      Services: graph.services(),
      ContainsOldGroupVersions: false,
    };
  };
}
