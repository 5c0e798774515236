'use server';

import {
  updateConfiguration,
  updateConfigurationOperation,
  type UpdatedConfiguration,
} from '@/lib/actions/functions/update-configuration';
import { runAction } from '@/lib/actions/run-action';
import type { ActionResult } from '@/lib/domain/console-error';
import { arnSettingMemberFields, arnSettingToInput, updateArnSettingSchema } from '@/lib/forms/settings';
import { routes } from '@/lib/routes';

/** Saves the dead-letter queue, or the key of the environment variables. `conflict` when someone else was first. */
export async function updateArnSettingAction(input: unknown): Promise<ActionResult<UpdatedConfiguration>> {
  return runAction(
    {
      role: 'developer',
      schema: updateArnSettingSchema,
      audit: 'function.configuration-update',
      operation: updateConfigurationOperation,
      fields: arnSettingMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ setting, values }) => ({ setting, ...values }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: (change) => updateConfiguration(change.place, arnSettingToInput(change)),
    },
    input,
  );
}
