import type { GetTraceGraphRequest, GetTraceGraphResult } from '@aws-sdk/client-xray';
import type { Given, Operation } from '../../service.ts';
import { invalidRequest } from '../errors.ts';
import { createGraph } from '../graph.ts';
import type { XRayParts } from '../parts.ts';
import { isTraceId, shownTraceId } from '../rules/segment.ts';

const tracesMax = 100;

/** The service graph of single traces. */
export function getTraceGraph({
  repository,
  writer,
}: XRayParts): Operation<Given<GetTraceGraphRequest>, GetTraceGraphResult> {
  return (input, context) => {
    if (input.TraceIds.length > tracesMax)
      throw invalidRequest(`At most ${tracesMax} traces can be asked for with one request.`);
    const wrong = input.TraceIds.find((id) => !isTraceId(id));
    if (wrong !== undefined) throw invalidRequest(`${wrong} is not the id of a trace.`);
    writer.flush();
    const graph = createGraph(context);
    const { accountId, region } = context;
    for (const traceId of new Set(input.TraceIds.map(shownTraceId))) {
      const trace = repository.findTrace({ accountId, region, traceId });
      if (trace) graph.add(trace.facts);
    }
    return { Services: graph.services() };
  };
}
