'use server';

import * as z from 'zod';
import { runAction } from '@/lib/actions/run-action';
import type { ActionResult } from '@/lib/domain/console-error';
import { placeSchema } from '@/lib/forms/place';
import { refreshFunctions } from '@/lib/queries/functions';
import { succeed } from '@/lib/shared/result';

/** Lists all functions of a place again; what went wrong stands on the page that is read afterwards. */
export async function refreshFunctionsAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'viewer',
      schema: z.object({ place: placeSchema }),
      audit: null,
      operation: 'lambda:ListFunctions',
      run: async ({ place }) => {
        await refreshFunctions(place);
        return succeed(undefined);
      },
    },
    input,
  );
}
