import type { GetDurableExecutionStateRequest } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { invalidParameterValue } from '../errors.ts';

/** A token is handed to a durable function as it runs, and none runs here. */
export function getDurableExecutionState(): Operation<Given<GetDurableExecutionStateRequest>, never> {
  return () => {
    throw invalidParameterValue('Invalid Checkpoint Token: no durable execution with this token is running.');
  };
}
