'use server';

import {
  updateConfiguration,
  updateConfigurationOperation,
  type UpdatedConfiguration,
} from '@/lib/actions/functions/update-configuration';
import { runAction } from '@/lib/actions/run-action';
import type { ActionResult } from '@/lib/domain/console-error';
import { updateLayersSchema } from '@/lib/forms/layer';
import { routes } from '@/lib/routes';

/** Replaces the layers of a function, in the order in which they are merged. `conflict` when someone else was first. */
export async function updateLayersAction(input: unknown): Promise<ActionResult<UpdatedConfiguration>> {
  return runAction(
    {
      role: 'developer',
      schema: updateLayersSchema,
      audit: 'function.layers-update',
      operation: updateConfigurationOperation,
      fields: { layers: 'layers' },
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ arns }) => ({ layers: arns }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: ({ place, functionName, revisionId, arns }) =>
        updateConfiguration(place, {
          FunctionName: functionName,
          Layers: arns,
          ...(revisionId !== undefined && { RevisionId: revisionId }),
        }),
    },
    input,
  );
}
