import 'server-only';
import {
  DeleteFunctionCommand,
  GetFunctionConfigurationCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateFunctionConfigurationCommand,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { tuningMark } from '@/lib/domain/memory-tuning';

/** Versions of a function that are looked through, 50 a page. */
const versionPagesMax = 40;
/** SnapStart takes minutes for a snapshot. */
const readyMsMax = 10 * 60_000;
const askEveryMs = 1_000;

/** A refusal on the way that is a value for whoever asked. */
export class TuningRefusal extends Error {
  readonly error: ConsoleError;
  constructor(error: ConsoleError) {
    super(error.message);
    this.error = error;
  }
}

/** All versions, with whether a tuning made them. */
export async function listVersions(lambda: LambdaClient, functionName: string) {
  const found: { version: string; isOurs: boolean }[] = [];
  let Marker: string | undefined;
  for (let page = 0; page < versionPagesMax; page += 1) {
    const output = await lambda.send(
      new ListVersionsByFunctionCommand({ FunctionName: functionName, Marker }),
    );
    for (const { Version = '', Description } of output.Versions ?? []) {
      if (Version !== '$LATEST') found.push({ version: Version, isOurs: Description === tuningMark });
    }
    Marker = output.NextMarker;
    if (!Marker) return found;
  }
  const message =
    'The function has too many versions for a tuning to tell its own from the others. Delete some.';
  throw new TuningRefusal(consoleError('quota', message, { operation: 'lambda:ListVersionsByFunction' }));
}

/** Gives $LATEST another size and waits until AWS has taken it over. */
export async function setMemory(lambda: LambdaClient, functionName: string, memoryMb: number): Promise<void> {
  await waitForFunctionUpdate(lambda, functionName);
  await lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: functionName, MemorySize: memoryMb }),
  );
  const after = await waitForFunctionUpdate(lambda, functionName);
  if (after.LastUpdateStatus === 'Successful' || after.LastUpdateStatus === undefined) return;
  const message = after.LastUpdateStatusReason ?? 'AWS has not taken over the new memory size in a minute.';
  throw new TuningRefusal(
    consoleError('invalid', message, { operation: 'lambda:UpdateFunctionConfiguration' }),
  );
}

/** Publishes $LATEST as it is; AWS answers an older version where that one is the same. */
export async function publishTemporary(lambda: LambdaClient, functionName: string): Promise<string> {
  const output = await lambda.send(
    new PublishVersionCommand({ FunctionName: functionName, Description: tuningMark }),
  );
  return output.Version ?? '';
}

/** Waits until a version can be run. */
export async function waitUntilReady(
  lambda: LambdaClient,
  functionName: string,
  version: string,
  signal: AbortSignal,
): Promise<void> {
  const end = Date.now() + readyMsMax;
  for (;;) {
    signal.throwIfAborted();
    const { State, StateReason } = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: functionName, Qualifier: version }),
    );
    if (State !== 'Pending' && State !== 'Failed') return;
    if (State === 'Failed' || Date.now() > end) {
      const message = StateReason ?? 'The version did not become ready in time.';
      throw new TuningRefusal(consoleError('failed', message, { operation: 'lambda:PublishVersion' }));
    }
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
}

/** Deletes a version that a tuning made; one that is gone is fine. */
export async function deleteTemporary(
  lambda: LambdaClient,
  functionName: string,
  version: string,
): Promise<void> {
  await lambda.send(new DeleteFunctionCommand({ FunctionName: functionName, Qualifier: version }));
}
