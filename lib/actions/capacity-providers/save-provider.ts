'use server';

import { CreateCapacityProviderCommand, UpdateCapacityProviderCommand } from '@aws-sdk/client-lambda';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  createProviderSchema,
  providerMemberFields,
  providerToCreate,
  providerToUpdate,
  updateProviderSchema,
} from '@/lib/forms/capacity-provider';
import { getProvider } from '@/lib/queries/capacity-providers';
import { computeRoutes } from '@/lib/compute-routes';
import { refuse, succeed } from '@/lib/shared/result';

/** Creates a capacity provider; AWS starts its instances once a function version is put on it. */
export async function createProviderAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: createProviderSchema,
      audit: 'provider.create',
      operation: 'lambda:CreateCapacityProvider',
      fields: providerMemberFields,
      place: ({ place }) => place,
      target: ({ values }) => values.name,
      details: ({ values: { subnets, role, architecture, maxVCpus, scalingMode } }) => ({
        ...{ subnets, role, architecture, maxVCpus, scalingMode },
      }),
      revalidate: ({ place }) => [computeRoutes.capacityProviders(place)],
      run: async ({ place, values }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(new CreateCapacityProviderCommand(providerToCreate(values)));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Changes scaling, propagated tags and logging of a provider. `conflict` when someone else was first. */
export async function updateProviderAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'lambda:UpdateCapacityProvider';
  return runAction(
    {
      role: 'developer',
      schema: updateProviderSchema,
      audit: 'provider.update',
      operation,
      fields: providerMemberFields,
      place: ({ place }) => place,
      target: ({ name }) => name,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place, name }) => [
        computeRoutes.capacityProviders(place),
        computeRoutes.capacityProviders(place, name),
      ],
      run: async ({ place, name, revisionId, values }): Promise<ActionResult<undefined>> => {
        const obstacle = changedMeanwhile(revisionId, await getProvider(place, name), operation);
        if (obstacle) return refuse(obstacle);
        const { lambda } = await awsFor(place);
        await lambda.send(new UpdateCapacityProviderCommand(providerToUpdate(name, values)));
        return succeed(undefined);
      },
    },
    input,
  );
}
