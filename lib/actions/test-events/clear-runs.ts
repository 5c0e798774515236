'use server';

import { runAction } from '@/lib/actions/run-action';
import type { ActionResult } from '@/lib/domain/console-error';
import { clearRunsSchema } from '@/lib/forms/invoke';
import { succeed } from '@/lib/shared/result';
import { clearPastRuns } from '@/lib/test-events/past-runs';

/** Forgets the runs that whoever asks made of a function. */
export async function clearRunsAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: clearRunsSchema,
      audit: null,
      operation: 'console:ClearRuns',
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      run: ({ place, functionName }, user) => {
        clearPastRuns({ place, functionName, ownerId: user.id });
        return Promise.resolve(succeed(undefined));
      },
    },
    input,
  );
}
