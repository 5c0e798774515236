import type { InvocationResponse, InvocationRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { invalidParameterValue } from '../errors.ts';
import { acceptEvent } from '../event-acceptance.ts';
import { prepareCall, runCall } from '../invocation.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { invokeConstraints } from '../rules/invoke-constraints.ts';

export function invoke(parts: LambdaParts): Operation<InvocationRequest, InvocationResponse> {
  return async (input, context) => {
    assertConstraints(invokeConstraints, input);
    const call = prepareCall(input, context, parts);
    // Of a durable function the preparation has said why it is not run here. AWS's words are unconfirmed.
    if (input.DurableExecutionName !== undefined)
      throw invalidParameterValue('DurableExecutionName can be given for durable functions alone.');
    if (input.InvocationType === 'DryRun') return { StatusCode: 204 };
    if (input.InvocationType === 'Event') {
      await acceptEvent(parts, call, input);
      return { StatusCode: 202 };
    }
    const outcome = await runCall(call, parts);
    return {
      StatusCode: 200,
      ExecutedVersion: call.record.version,
      Payload: outcome.payload,
      ...(outcome.kind === 'function-error' && { FunctionError: outcome.functionError }),
      ...(input.LogType === 'Tail' && {
        LogResult: Buffer.from(outcome.report.logTail()).toString('base64'),
      }),
    };
  };
}
