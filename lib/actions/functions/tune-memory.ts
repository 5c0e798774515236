import 'server-only';
import {
  deleteTemporary,
  listVersions,
  publishTemporary,
  setMemory,
  TuningRefusal,
  waitUntilReady,
} from '@/lib/actions/functions/memory-versions';
import { invokeBuffered } from '@/lib/actions/functions/send-event';
import { runAction } from '@/lib/actions/run-action';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { errorDocument, type InvocationResult } from '@/lib/domain/invocation';
import {
  tuningMinutesMax,
  type TuningEnd,
  type TuningMessage,
  type TuningRun,
} from '@/lib/domain/memory-tuning';
import { tuneMemorySchema, type TuneMemoryInput } from '@/lib/forms/memory-tuning';
import { noteFunctionChanged } from '@/lib/queries/functions';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { beginTuning, endTuning, touchTuning } from '@/lib/test-events/memory-tunings';

const operation = 'lambda:PublishVersion';
const aliveEveryMs = 10_000;

type Report = (message: TuningMessage) => void;

/**
 * Runs a function with one event at several memory sizes. Every size becomes a temporary version: $LATEST carries
 * other sizes only while they are published, is put back before the first run, and aliases and versions in use are
 * never touched. Whatever happens, the former memory and the number of versions are put back.
 */
export function tuneMemory(
  input: unknown,
  signal: AbortSignal,
  report: Report = () => undefined,
): Promise<ActionResult<TuningEnd>> {
  return runAction(
    {
      role: 'developer',
      schema: tuneMemorySchema,
      audit: 'function.memory-tune',
      operation,
      fields: { memorySize: 'sizes' },
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ sizesMb, runs }, data) => ({
        sizesMb: sizesMb.map(String),
        runs,
        ...(data && { restoredMb: data.formerMb, cut: data.cut ?? null }),
      }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: (plan) => tune(plan, signal, report),
    },
    input,
  );
}

async function tune(
  plan: TuneMemoryInput,
  signal: AbortSignal,
  report: Report,
): Promise<ActionResult<TuningEnd>> {
  const { place, functionName } = plan;
  const aws = await awsFor(place);
  const before = await waitForFunctionUpdate(aws.lambda, functionName);
  const formerMb = before.MemorySize ?? 128;
  if (!beginTuning(place, functionName, formerMb)) {
    const message =
      'A tuning of this function is going on, or one was interrupted. Reload the page to see which.';
    return refuse(consoleError('conflict', message, { operation }));
  }
  const alive = setInterval(() => touchTuning(place, functionName), aliveEveryMs);
  const left: Left = { versions: [], memoryMb: undefined };
  let end: ActionResult<TuningEnd>;
  try {
    const versions = await publishSizes(aws, plan, formerMb, left, signal, report);
    report({ kind: 'restored' });
    end = succeed({ formerMb, cut: await measure(aws, plan, versions, signal, report) });
  } catch (error) {
    end = signal.aborted
      ? succeed({ formerMb, cut: 'cancelled' })
      : refuse(error instanceof TuningRefusal ? error.error : toConsoleError(error, { operation }));
  }
  const undone = await cleanUp(aws, plan, left);
  clearInterval(alive);
  if (undone !== undefined) return refuse(undone);
  endTuning(place, functionName);
  return end;
}

/** What a tuning has still to put back. */
interface Left {
  versions: string[];
  /** The size that it gave $LATEST; undefined while $LATEST has its own. */
  memoryMb: number | undefined;
}

/** One version for each size. $LATEST has its former memory again when this returns or throws. */
async function publishSizes(
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
async function measure(
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
async function cleanUp(aws: Aws, { functionName }: TuneMemoryInput, left: Left) {
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
  return consoleError('failed', message, { operation });
}
