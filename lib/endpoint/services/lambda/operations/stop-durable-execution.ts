import type { StopDurableExecutionRequest } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { executionNotFound } from '../durable-executions.ts';

export function stopDurableExecution(): Operation<Given<StopDurableExecutionRequest>, never> {
  return ({ DurableExecutionArn }) => {
    throw executionNotFound(DurableExecutionArn);
  };
}
