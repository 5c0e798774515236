import 'server-only';
import {
  UpdateFunctionConfigurationCommand,
  type FunctionConfiguration,
  type UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { awsFor } from '@/lib/aws/clients';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import type { HistoryValue } from '@/lib/domain/configuration-history';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { noteFunctionChanged } from '@/lib/queries/functions';
import type { Place } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

export const updateConfigurationOperation = 'lambda:UpdateFunctionConfiguration';

export interface UpdatedConfiguration {
  readonly revisionId: string | undefined;
  /** What the audit record keeps of the values that were there; never a secret. */
  readonly former: Readonly<Record<string, HistoryValue>>;
}

/**
 * Sends a change of configuration and waits until AWS has taken it over. A function that is still busy with an
 * earlier change is waited for first, so that a save right after a deploy is not refused. SDK exceptions pass.
 * `formerOf` picks what is kept of the configuration that was there.
 */
export async function updateConfiguration(
  place: Place,
  input: UpdateFunctionConfigurationCommandInput,
  formerOf: (before: FunctionConfiguration) => Readonly<Record<string, HistoryValue>> = () => ({}),
): Promise<ActionResult<UpdatedConfiguration>> {
  const { lambda } = await awsFor(place);
  const functionName = input.FunctionName ?? '';
  const before = await waitForFunctionUpdate(lambda, functionName);
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
  return succeed({ revisionId: after.RevisionId, former: formerOf(before) });
}
