import 'server-only';
import {
  GetFunctionCommand,
  UpdateFunctionCodeCommand,
  type UpdateFunctionCodeCommandInput,
} from '@aws-sdk/client-lambda';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { openLocation, readAtMost } from '@/lib/aws/location';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { editLimits } from '@/lib/domain/edit-limits';
import { noteFunctionChanged } from '@/lib/queries/functions';
import type { Place } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

export const updateCodeOperation = 'lambda:UpdateFunctionCode';

async function deployedZip(aws: Aws, functionName: string): Promise<ActionResult<Uint8Array>> {
  const operation = 'lambda:GetFunction';
  const { Code } = await aws.lambda.send(new GetFunctionCommand({ FunctionName: functionName }));
  if (!Code?.Location) {
    const message = 'The endpoint does not hand out the deployed package, so it cannot be sent again.';
    return refuse(consoleError('unsupported', message, { operation }));
  }
  const zip = await readAtMost(await openLocation(aws, Code.Location), editLimits.uploadBytesMax);
  if (zip) return succeed(zip);
  const message = 'The package is larger than 50 MB. Deploy it from Amazon S3 with the new setting instead.';
  return refuse(consoleError('quota', message, { operation }));
}

/**
 * Sends a change that belongs to the code, and waits until AWS has taken it over. Without another source in `input`
 * the deployed package is fetched and sent again: AWS takes such a change only together with code.
 * SDK exceptions pass.
 */
export async function updateCode(
  place: Place,
  input: UpdateFunctionCodeCommandInput,
): Promise<ActionResult<{ readonly revisionId: string | undefined }>> {
  const aws = await awsFor(place);
  const functionName = input.FunctionName ?? '';
  let request = input;
  if (input.S3Bucket === undefined && input.ImageUri === undefined) {
    const zip = await deployedZip(aws, functionName);
    if (!zip.ok) return zip;
    request = { ...input, ZipFile: zip.data };
  }
  await waitForFunctionUpdate(aws.lambda, functionName);
  const accepted = await aws.lambda.send(new UpdateFunctionCodeCommand(request));
  if (input.DryRun) return succeed({ revisionId: accepted.RevisionId });
  const after = await waitForFunctionUpdate(aws.lambda, functionName);
  await noteFunctionChanged(place, after);
  if (after.LastUpdateStatus === 'Failed') {
    const reason = after.LastUpdateStatusReason ?? 'AWS gave no reason.';
    const code = after.LastUpdateStatusReasonCode ?? 'LastUpdateStatus: Failed';
    return refuse(consoleError('invalid', reason, { operation: updateCodeOperation, awsErrorName: code }));
  }
  return succeed({ revisionId: after.RevisionId });
}
