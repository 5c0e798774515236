'use server';

import { DeleteUsagePlanCommand } from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { oneUsagePlanSchema } from '@/lib/forms/usage-plans';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes a usage plan; AWS refuses while it has stages. Its keys stay. */
export async function deleteUsagePlanAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: oneUsagePlanSchema,
      audit: 'usage-plan.delete',
      operation: 'apigateway:DeleteUsagePlan',
      place: ({ place }) => place,
      target: ({ id }) => id,
      revalidate: ({ place }) => [routes.usagePlans(place)],
      run: async ({ place, id }) => {
        const client = await (await awsFor(place)).apiGateway();
        await client.send(new DeleteUsagePlanCommand({ usagePlanId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}
