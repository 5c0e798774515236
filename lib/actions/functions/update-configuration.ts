import 'server-only';
import {
  UpdateFunctionConfigurationCommand,
  type UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { awsFor } from '@/lib/aws/clients';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { noteFunctionChanged } from '@/lib/queries/functions';
import type { Place } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

export const updateConfigurationOperation = 'lambda:UpdateFunctionConfiguration';

export interface UpdatedConfiguration {
  readonly revisionId: string | undefined;
}

/**
 * Sends a change of configuration and waits until AWS has taken it over. A function that is still busy with an
 * earlier change is waited for first, so that a save right after a deploy is not refused. SDK exceptions pass.
 */
export async function updateConfiguration(
  place: Place,
  input: UpdateFunctionConfigurationCommandInput,
): Promise<ActionResult<UpdatedConfiguration>> {
  const { lambda } = await awsFor(place);
  const functionName = input.FunctionName ?? '';
  await waitForFunctionUpdate(lambda, functionName);
  await lambda.send(new UpdateFunctionConfigurationCommand(input));
  const after = await waitForFunctionUpdate(lambda, functionName);
  await noteFunctionChanged(place, after);
  if (after.LastUpdateStatus === 'Failed') {
    const reason = after.LastUpdateStatusReason ?? 'AWS gave no reason.';
    return refuse(
      consoleError('invalid', reason, {
        operation: updateConfigurationOperation,
        awsErrorName: after.LastUpdateStatusReasonCode ?? 'LastUpdateStatus: Failed',
      }),
    );
  }
  return succeed({ revisionId: after.RevisionId });
}
