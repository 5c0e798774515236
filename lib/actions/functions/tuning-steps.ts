import 'server-only';
import {
  deleteTemporary,
  listVersions,
  publishTemporary,
  setMemory,
  waitUntilReady,
} from '@/lib/actions/functions/memory-versions';
import { invokeBuffered } from '@/lib/actions/functions/send-event';
import type { Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import { consoleError } from '@/lib/domain/console-error';
import { errorDocument, type InvocationResult } from '@/lib/domain/invocation';
import {
  tuningMinutesMax,
  type TuningEnd,
  type TuningMessage,
  type TuningRun,
} from '@/lib/domain/memory-tuning';
import type { TuneMemoryInput } from '@/lib/forms/memory-tuning';
import { noteFunctionChanged } from '@/lib/queries/functions';

export type Report = (message: TuningMessage) => void;

/** What a tuning has still to put back. */
export interface Left {
  versions: string[];
  /** The size that it gave $LATEST; undefined while $LATEST has its own. */
  memoryMb: number | undefined;
}

/** One version for each size. $LATEST has its former memory again when this returns or throws. */
export async function publishSizes(
  aws: Aws,
  { place, functionName, sizesMb }: TuneMemoryInput,
  formerMb: number,
  left: Left,
  signal: AbortSignal,
  report: Report,
): Promise<ReadonlyMap<number, string>> {
  const { lambda } = aws;
  const known = new Set((await listVersions(lambda, functionName)).map(({ version }) => version));
  const versions = new Map<number, string>();
  try {
    for (const memoryMb of sizesMb) {
      signal.throwIfAborted();
      if (memoryMb !== (left.memoryMb ?? formerMb)) {
        await setMemory(lambda, functionName, memoryMb);
        left.memoryMb = memoryMb;
      }
      const version = await publishTemporary(lambda, functionName);
      // AWS answers the newest version where nothing differs from it: that one is not ours to delete.
      if (!known.has(version)) left.versions.push(version);
      versions.set(memoryMb, version);
      report({ kind: 'prepared', memoryMb });
    }
  } finally {
    if (left.memoryMb !== undefined) await restore(aws, functionName, left.memoryMb, formerMb);
    left.memoryMb = undefined;
    await noteFunctionChanged(place, await waitForFunctionUpdate(lambda, functionName));
  }
  return versions;
}

/** Puts the memory back, unless somebody else has set another one meanwhile. */
async function restore(aws: Aws, functionName: string, setMb: number, formerMb: number): Promise<void> {
  const now = await waitForFunctionUpdate(aws.lambda, functionName);
  if (now.MemorySize === setMb) await setMemory(aws.lambda, functionName, formerMb);
}

/** Runs every version, and says why it ended early, if it did. */
export async function measure(
  aws: Aws,
  { functionName, event, runs }: TuneMemoryInput,
  versions: ReadonlyMap<number, string>,
  signal: AbortSignal,
  report: Report,
): Promise<TuningEnd['cut']> {
  const endMs = Date.now() + tuningMinutesMax * 60_000;
  for (const [memoryMb, version] of versions) {
    await waitUntilReady(aws.lambda, functionName, version, signal);
    for (let run = 0; run < runs; run += 1) {
      if (signal.aborted) return 'cancelled';
      if (Date.now() > endMs) return 'time';
      const call = { functionName, payload: event, qualifier: version, signal };
      report({ kind: 'run', run: toRun(memoryMb, await invokeBuffered(aws.lambdaInvoke, call)) });
    }
  }
  return undefined;
}

function toRun(memoryMb: number, result: InvocationResult): TuningRun {
  const { report, roundTripMs, functionError, payload } = result;
  const durationMs = report.durationMs ?? roundTripMs;
  return {
    memoryMb,
    durationMs,
    billedMs: report.billedDurationMs ?? Math.ceil(durationMs),
    initMs: report.initDurationMs,
    maxMemoryUsedMb: report.maxMemoryUsedMb,
    error: functionError === undefined ? undefined : (errorDocument(payload)?.errorType ?? functionError),
  };
}

/** Deletes what was published; answers what is left undone. The note stays then, and the page leads on from it. */
export async function cleanUp(aws: Aws, { functionName }: TuneMemoryInput, left: Left) {
  const kept: string[] = [];
  let reason = '';
  for (const version of left.versions) {
    try {
      await deleteTemporary(aws.lambda, functionName, version);
    } catch (error) {
      kept.push(version);
      reason = toConsoleError(error, { operation: 'lambda:DeleteFunction' }).message;
    }
  }
  const undone = [
    left.memoryMb === undefined ? '' : `The memory of $LATEST is still ${left.memoryMb} MB.`,
    kept.length === 0 ? '' : `Temporary versions are still there: ${kept.join(', ')}. ${reason}`,
  ].filter(Boolean);
  if (undone.length === 0) return undefined;
  const message = `${undone.join(' ')} Reload the page to put everything back.`;
  return consoleError('failed', message, { operation: 'lambda:PublishVersion' });
}
