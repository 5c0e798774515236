import type { GetDurableExecutionHistoryRequest } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { executionNotFound } from '../durable-executions.ts';

export function getDurableExecutionHistory(): Operation<Given<GetDurableExecutionHistoryRequest>, never> {
  return ({ DurableExecutionArn }) => {
    throw executionNotFound(DurableExecutionArn);
  };
}
