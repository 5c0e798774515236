'use server';

import { deleteTemporary, listVersions, setMemory } from '@/lib/actions/functions/memory-versions';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { restoreMemorySchema } from '@/lib/forms/memory-tuning';
import { noteFunctionChanged } from '@/lib/queries/functions';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { endTuning, readTuning } from '@/lib/test-events/memory-tunings';

const operation = 'lambda:UpdateFunctionConfiguration';
/** A tuning that has not been heard of for so long goes on no more. */
const silentMs = 60_000;

/** Puts back what a tuning that was interrupted left: the memory of $LATEST, and its temporary versions. */
export async function restoreMemoryAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: restoreMemorySchema,
      audit: 'function.memory-restore',
      operation,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      revalidate: ({ place, functionName }) => [
        routes.function(place, functionName),
        routes.memoryTuning(place, functionName),
      ],
      run: async ({ place, functionName }) => {
        const note = readTuning(place, functionName);
        if (!note) return succeed(undefined);
        if (Date.now() - Date.parse(note.aliveAt) < silentMs) {
          const message =
            'The tuning is going on, in this browser or another one. Wait for its end, or try again in a minute.';
          return refuse(consoleError('conflict', message, { operation }));
        }
        const { lambda } = await awsFor(place);
        const now = await waitForFunctionUpdate(lambda, functionName);
        if (now.MemorySize !== note.formerMb) await setMemory(lambda, functionName, note.formerMb);
        for (const { version, isOurs } of await listVersions(lambda, functionName)) {
          if (isOurs) await deleteTemporary(lambda, functionName, version);
        }
        await noteFunctionChanged(place, await waitForFunctionUpdate(lambda, functionName));
        endTuning(place, functionName);
        return succeed(undefined);
      },
    },
    input,
  );
}
