import 'server-only';
import { UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { runAction, type ActionSpec } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { deployCodeInput, type DeployCodeInput } from '@/lib/forms/code';
import { noteFunctionChanged } from '@/lib/queries/functions';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

/** What is deployed now. */
export interface DeployedCode {
  readonly codeSha256: string;
  readonly revisionId: string | undefined;
  readonly lastModified: string | undefined;
  readonly codeBytes: number;
  /** `InProgress` when AWS had not finished within the time the console waits. */
  readonly lastUpdateStatus: string;
}

const operation = 'lambda:UpdateFunctionCode';

async function run({
  place,
  functionName,
  revisionId,
  zip,
}: DeployCodeInput): Promise<ActionResult<DeployedCode>> {
  const { lambda } = await awsFor(place);
  const accepted = await lambda.send(
    new UpdateFunctionCodeCommand({ FunctionName: functionName, ZipFile: zip, RevisionId: revisionId }),
  );
  const configuration =
    accepted.LastUpdateStatus === 'InProgress' ? await waitForFunctionUpdate(lambda, functionName) : accepted;
  await noteFunctionChanged(place, configuration);
  if (configuration.LastUpdateStatus === 'Failed') {
    const reason = configuration.LastUpdateStatusReason ?? 'AWS gave no reason.';
    const code = configuration.LastUpdateStatusReasonCode ?? 'LastUpdateStatus: Failed';
    return refuse(consoleError('invalid', reason, { operation, awsErrorName: code }));
  }
  return succeed({
    codeSha256: configuration.CodeSha256 ?? '',
    revisionId: configuration.RevisionId,
    lastModified: configuration.LastModified,
    codeBytes: configuration.CodeSize ?? zip.length,
    lastUpdateStatus: configuration.LastUpdateStatus ?? 'Successful',
  });
}

const spec: ActionSpec<typeof deployCodeInput, DeployedCode> = {
  role: 'developer',
  schema: deployCodeInput,
  audit: 'function.code-update',
  operation,
  place: ({ place }) => place,
  target: ({ functionName }) => functionName,
  details: ({ zip, revisionId }, data) => ({
    zipBytes: zip.length,
    ...(revisionId ? { baseRevisionId: revisionId } : {}),
    ...(data ? { codeSha256: data.codeSha256 } : {}),
  }),
  revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
  run,
};

/**
 * Puts a package into a function and waits until AWS has taken it over. Called by the upload route, which hands
 * over the bytes: a server action could not, its body is limited to 1 MB. `conflict` when the revision is another.
 */
export function deployCode(input: unknown): Promise<ActionResult<DeployedCode>> {
  return runAction(spec, input);
}
