'use server';

import { CreateUsagePlanCommand, UpdateUsagePlanCommand } from '@aws-sdk/client-api-gateway';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  createUsagePlanSchema,
  updateUsagePlanSchema,
  usagePlanMemberFields,
  usagePlanPatch,
  usagePlanToInput,
} from '@/lib/forms/usage-plans';
import { getUsagePlanBasis } from '@/lib/queries/usage-plans';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

/** Creates a usage plan without stages and keys; answers with its id. */
export async function createUsagePlanAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(
    {
      role: 'developer',
      schema: createUsagePlanSchema,
      audit: 'usage-plan.create',
      operation: 'apigateway:CreateUsagePlan',
      fields: usagePlanMemberFields,
      place: ({ place }) => place,
      target: ({ values }) => values.name,
      details: ({ values }, data) => ({ ...values, ...(data && { id: data.id }) }),
      revalidate: ({ place }) => [routes.usagePlans(place)],
      run: async ({ place, values }) => {
        const client = await (await awsFor(place)).apiGateway();
        const { id = '' } = await client.send(new CreateUsagePlanCommand(usagePlanToInput(values)));
        return succeed({ id });
      },
    },
    input,
  );
}

/** Changes name, throttle and quota. `conflict` when someone else changed them since the form was filled. */
export async function updateUsagePlanAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'apigateway:UpdateUsagePlan';
  return runAction(
    {
      role: 'developer',
      schema: updateUsagePlanSchema,
      audit: 'usage-plan.update',
      operation,
      fields: usagePlanMemberFields,
      place: ({ place }) => place,
      target: ({ id }) => id,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place, id }) => [routes.usagePlans(place), routes.usagePlans(place, id)],
      run: async ({ place, id, values, revisionId }): Promise<ActionResult<undefined>> => {
        const now = await getUsagePlanBasis(place, id);
        const problem = changedMeanwhile(revisionId, now, operation);
        if (problem) return refuse(problem);
        if (!now.ok) return now;
        const client = await (await awsFor(place)).apiGateway();
        const patchOperations = usagePlanPatch(now.data.values, values);
        await client.send(new UpdateUsagePlanCommand({ usagePlanId: id, patchOperations }));
        return succeed(undefined);
      },
    },
    input,
  );
}
