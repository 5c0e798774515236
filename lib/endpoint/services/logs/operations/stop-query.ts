import type { StopQueryRequest, StopQueryResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter, queryNotFound } from '../errors.ts';
import type { LogsParts } from '../parts.ts';

export function stopQuery({ queries }: LogsParts): Operation<Given<StopQueryRequest>, StopQueryResponse> {
  return (input, context) => {
    const query = queries.find(context, input.queryId);
    if (!query) throw queryNotFound(input.queryId);
    if (!queries.stop(query)) {
      throw invalidParameter(`Query with id ${query.id} has ended with status: ${query.status}.`);
    }
    return { success: true };
  };
}
