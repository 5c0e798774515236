'use server';

import { runAction } from '@/lib/actions/run-action';
import { updateCode, updateCodeOperation } from '@/lib/actions/functions/update-code';
import type { ActionResult } from '@/lib/domain/console-error';
import { packageMemberFields, packageToInput, updatePackageSchema } from '@/lib/forms/package';
import { routes } from '@/lib/routes';

/** Deploys a package from S3, or the deployed one again with another key. `conflict` when someone else was first. */
export async function updatePackageAction(
  input: unknown,
): Promise<ActionResult<{ readonly revisionId: string | undefined }>> {
  return runAction(
    {
      role: 'developer',
      schema: updatePackageSchema,
      audit: 'function.package-update',
      operation: updateCodeOperation,
      fields: packageMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: (change) => updateCode(change.place, packageToInput(change)),
    },
    input,
  );
}
