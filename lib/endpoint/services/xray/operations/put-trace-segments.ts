import type { PutTraceSegmentsRequest, PutTraceSegmentsResult } from '@aws-sdk/client-xray';
import type { Given, Operation } from '../../service.ts';
import { invalidRequest } from '../errors.ts';
import type { XRayParts } from '../parts.ts';
import type { IncomingSegment } from '../records.ts';
import { readSegment } from '../rules/segment.ts';

const documentsMax = 50;

/** Takes what is sound of the documents and says what was wrong with each of the others. */
export function putTraceSegments({
  writer,
}: XRayParts): Operation<Given<PutTraceSegmentsRequest>, PutTraceSegmentsResult> {
  return (input, { accountId, region }) => {
    const documents = input.TraceSegmentDocuments;
    if (documents.length > documentsMax)
      throw invalidRequest(`At most ${documentsMax} segment documents can be sent with one request.`);
    const sound: IncomingSegment[] = [];
    const UnprocessedTraceSegments: PutTraceSegmentsResult['UnprocessedTraceSegments'] = [];
    for (const document of documents) {
      const read = readSegment(document, { accountId, region });
      if (!('code' in read)) sound.push(read);
      else
        UnprocessedTraceSegments.push({
          ...(read.id !== undefined && { Id: read.id }),
          ErrorCode: read.code,
          Message: `Invalid segment. ErrorCode: ${read.code}`,
        });
    }
    writer.add(sound);
    // What was taken is on disk when the answer leaves.
    writer.flush();
    return { UnprocessedTraceSegments };
  };
}
