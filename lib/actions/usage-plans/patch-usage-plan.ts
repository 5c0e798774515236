import 'server-only';
import { UpdateUsagePlanCommand, type PatchOperation } from '@aws-sdk/client-api-gateway';
import type * as z from 'zod';
import { runAction } from '@/lib/actions/run-action';
import type { AuditDetails } from '@/lib/audit/events';
import { awsFor, type Aws } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { routes, type Place } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

interface OnePlan {
  readonly place: Place;
  readonly id: string;
}

/** Changes a part of a usage plan, such as its stages, by patch operations. */
export function patchUsagePlan<Schema extends z.ZodType<OnePlan>>(
  spec: {
    readonly schema: Schema;
    readonly operations: (
      input: z.output<Schema>,
      aws: Aws,
    ) => readonly PatchOperation[] | Promise<readonly PatchOperation[]>;
    readonly details: (input: z.output<Schema>) => AuditDetails;
  },
  input: unknown,
): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: spec.schema,
      audit: 'usage-plan.update',
      operation: 'apigateway:UpdateUsagePlan',
      fields: { apiStages: 'stage', stage: 'stage' },
      place: ({ place }) => place,
      target: ({ id }) => id,
      details: spec.details,
      revalidate: ({ place, id }) => [routes.usagePlans(place), routes.usagePlans(place, id)],
      run: async (change) => {
        const aws = await awsFor(change.place);
        const patchOperations = [...(await spec.operations(change, aws))];
        if (patchOperations.length === 0) return succeed(undefined);
        const client = await aws.apiGateway();
        await client.send(new UpdateUsagePlanCommand({ usagePlanId: change.id, patchOperations }));
        return succeed(undefined);
      },
    },
    input,
  );
}
