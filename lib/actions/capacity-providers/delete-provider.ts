'use server';

import { DeleteCapacityProviderCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { deleteProviderSchema } from '@/lib/forms/capacity-provider';
import { computeRoutes } from '@/lib/compute-routes';
import { succeed } from '@/lib/shared/result';

/** Deletes a capacity provider; AWS refuses it while a function version runs on it. */
export async function deleteProviderAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteProviderSchema,
      audit: 'provider.delete',
      operation: 'lambda:DeleteCapacityProvider',
      place: ({ place }) => place,
      target: ({ name }) => name,
      revalidate: ({ place }) => [computeRoutes.capacityProviders(place)],
      run: async ({ place, name }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(new DeleteCapacityProviderCommand({ CapacityProviderName: name }));
        return succeed(undefined);
      },
    },
    input,
  );
}
