'use server';

import { runAction } from '@/lib/actions/run-action';
import { updateCode } from '@/lib/actions/functions/update-code';
import {
  updateConfiguration,
  updateConfigurationOperation,
} from '@/lib/actions/functions/update-configuration';
import { toConsoleError } from '@/lib/aws/errors';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  runtimeMemberFields,
  runtimeToInput,
  toArchitectures,
  updateRuntimeSchema,
} from '@/lib/forms/runtime';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

/**
 * Saves the changed runtime settings: runtime and handler are configuration, the architecture is sent with the
 * deployed package. `conflict` when someone else changed the function meanwhile.
 */
export async function updateRuntimeAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: updateRuntimeSchema,
      audit: 'function.runtime-update',
      operation: updateConfigurationOperation,
      fields: runtimeMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ changes }) => ({ ...changes }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async (change): Promise<ActionResult<undefined>> => {
        const { place, functionName, changes } = change;
        let { revisionId } = change;
        const configuration = runtimeToInput(change);
        if (configuration) {
          const saved = await updateConfiguration(place, configuration);
          if (!saved.ok) return saved;
          revisionId = saved.data.revisionId;
        }
        if (changes.architecture === undefined) return succeed(undefined);
        const error = await sendArchitecture(place, functionName, changes.architecture, revisionId);
        if (!error) return succeed(undefined);
        if (!configuration) return refuse(error);
        const message = `Runtime and handler are saved, but the architecture is not. ${error.message}`;
        return refuse({ ...error, message });
      },
    },
    input,
  );
}

async function sendArchitecture(
  place: Parameters<typeof updateCode>[0],
  functionName: string,
  architecture: string,
  revisionId: string | undefined,
) {
  try {
    const sent = await updateCode(place, {
      FunctionName: functionName,
      RevisionId: revisionId,
      Architectures: toArchitectures(architecture),
    });
    return sent.ok ? undefined : sent.error;
  } catch (error) {
    return toConsoleError(error, { operation: 'lambda:UpdateFunctionCode', fields: runtimeMemberFields });
  }
}
