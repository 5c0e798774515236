import type { BatchGetTracesRequest, BatchGetTracesResult, Trace } from '@aws-sdk/client-xray';
import type { Given, Operation } from '../../service.ts';
import { assemble, documentOf } from '../assemble.ts';
import { invalidRequest } from '../errors.ts';
import type { XRayParts } from '../parts.ts';
import { isTraceId, parseSegment, shownTraceId } from '../rules/segment.ts';

const tracesMax = 5;

/** Ids that nothing is known of are left out of the answer, as on AWS. */
export function batchGetTraces({
  repository,
  writer,
}: XRayParts): Operation<Given<BatchGetTracesRequest>, BatchGetTracesResult> {
  return (input, { accountId, region }) => {
    if (input.TraceIds.length > tracesMax)
      throw invalidRequest(`At most ${tracesMax} traces can be asked for with one request.`);
    const wrong = input.TraceIds.find((id) => !isTraceId(id));
    if (wrong !== undefined) throw invalidRequest(`${wrong} is not the id of a trace.`);
    writer.flush();
    const Traces = [...new Set(input.TraceIds.map(shownTraceId))].flatMap((traceId): Trace[] => {
      const trace = repository.findTrace({ accountId, region, traceId });
      if (!trace) return [];
      const roots = assemble(repository.documentsOf(trace).map(parseSegment));
      return [
        {
          Id: traceId,
          Duration: trace.facts.endS - trace.facts.startS,
          LimitExceeded: trace.isCut,
          Segments: roots
            .map(documentOf)
            .map((document) => ({ Id: document.id, Document: JSON.stringify(document) })),
        },
      ];
    });
    return { Traces, UnprocessedTraceIds: [] };
  };
}
