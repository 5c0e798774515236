'use server';

import {
  updateConfiguration,
  updateConfigurationOperation,
  type UpdatedConfiguration,
} from '@/lib/actions/functions/update-configuration';
import { runAction } from '@/lib/actions/run-action';
import { formerValues } from '@/lib/domain/configuration-history';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  sectionFromOutput,
  sectionMemberFields,
  sectionToInput,
  updateSectionSchema,
} from '@/lib/forms/sections';
import { routes } from '@/lib/routes';

/** Saves logging and tracing, the VPC, or the file system of a function. `conflict` when someone else was first. */
export async function updateSectionAction(input: unknown): Promise<ActionResult<UpdatedConfiguration>> {
  return runAction(
    {
      role: 'developer',
      schema: updateSectionSchema,
      audit: 'function.configuration-update',
      operation: updateConfigurationOperation,
      fields: sectionMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ section, values }, data) => ({ section, ...values, ...data?.former }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: (change) =>
        updateConfiguration(change.place, sectionToInput(change), (before) =>
          formerValues({ ...sectionFromOutput[change.section](before) }, change.values),
        ),
    },
    input,
  );
}
