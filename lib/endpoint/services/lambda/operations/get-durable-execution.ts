import type { GetDurableExecutionRequest } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { executionNotFound } from '../durable-executions.ts';

export function getDurableExecution(): Operation<Given<GetDurableExecutionRequest>, never> {
  return ({ DurableExecutionArn }) => {
    throw executionNotFound(DurableExecutionArn);
  };
}
