'use server';

import { runAction } from '@/lib/actions/run-action';
import { updateCode, updateCodeOperation } from '@/lib/actions/functions/update-code';
import { updateConfiguration } from '@/lib/actions/functions/update-configuration';
import type { ActionResult } from '@/lib/domain/console-error';
import { imageConfigOf, imageMemberFields, imageToCodeInput, updateImageSchema } from '@/lib/forms/package';
import { routes } from '@/lib/routes';
import { refuse } from '@/lib/shared/result';

/** Saves what overrides a container image, after the image itself when that is another one. */
export async function updateImageAction(
  input: unknown,
): Promise<ActionResult<{ readonly revisionId: string | undefined }>> {
  return runAction(
    {
      role: 'developer',
      schema: updateImageSchema,
      audit: 'function.package-update',
      operation: updateCodeOperation,
      fields: imageMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async (change) => {
        const { place, functionName, values } = change;
        let { revisionId } = change;
        const code = imageToCodeInput(change);
        if (code) {
          const sent = await updateCode(place, { ...code, RevisionId: revisionId });
          if (!sent.ok) return sent;
          revisionId = sent.data.revisionId;
        }
        const saved = await updateConfiguration(place, {
          FunctionName: functionName,
          RevisionId: revisionId,
          ImageConfig: imageConfigOf(values),
        });
        if (saved.ok || !code) return saved;
        const message = `The image is deployed, but its overrides are not saved. ${saved.error.message}`;
        return refuse({ ...saved.error, message });
      },
    },
    input,
  );
}
