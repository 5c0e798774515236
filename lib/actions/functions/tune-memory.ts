import 'server-only';
import { TuningRefusal } from '@/lib/actions/functions/memory-versions';
import { cleanUp, measure, publishSizes, type Left, type Report } from '@/lib/actions/functions/tuning-steps';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import type { TuningEnd } from '@/lib/domain/memory-tuning';
import { tuneMemorySchema, type TuneMemoryInput } from '@/lib/forms/memory-tuning';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { beginTuning, endTuning, touchTuning } from '@/lib/test-events/memory-tunings';

const operation = 'lambda:PublishVersion';
const aliveEveryMs = 10_000;

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
