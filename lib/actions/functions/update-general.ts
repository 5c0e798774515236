'use server';

import { runAction } from '@/lib/actions/run-action';
import {
  updateConfiguration,
  updateConfigurationOperation,
  type UpdatedConfiguration,
} from '@/lib/actions/functions/update-configuration';
import { formerValues } from '@/lib/domain/configuration-history';
import type { ActionResult } from '@/lib/domain/console-error';
import { generalFromOutput, generalMemberFields, generalSchema, generalToInput } from '@/lib/forms/general';
import { routes } from '@/lib/routes';

/** Saves the changed fields of General configuration. `conflict` when someone else changed the function meanwhile. */
export async function updateGeneralAction(input: unknown): Promise<ActionResult<UpdatedConfiguration>> {
  return runAction(
    {
      role: 'developer',
      schema: generalSchema,
      audit: 'function.configuration-update',
      operation: updateConfigurationOperation,
      fields: generalMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ changes }, data) => ({ ...changes, ...data?.former }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: ({ place, functionName, changes, revisionId }) =>
        updateConfiguration(place, generalToInput(functionName, changes, revisionId), (before) =>
          formerValues({ ...generalFromOutput(before) }, changes),
        ),
    },
    input,
  );
}
