'use server';

import {
  CreateUsagePlanKeyCommand,
  DeleteUsagePlanKeyCommand,
  UpdateUsageCommand,
} from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { extendUsageSchema, planKeySchema } from '@/lib/forms/usage-plans';
import { routes, type Place } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

const common = {
  role: 'developer',
  audit: 'usage-plan.update',
  fields: { keyId: 'keyId' },
  place: ({ place }: { place: Place }) => place,
  target: ({ id }: { id: string }) => id,
  revalidate: ({ place, id, keyId }: { place: Place; id: string; keyId: string }) => [
    routes.usagePlans(place, id),
    routes.apiKeys(place, keyId),
  ],
} as const;

/** Lets an API key use the stages of a plan. */
export async function addPlanKeyAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      ...common,
      schema: planKeySchema,
      operation: 'apigateway:CreateUsagePlanKey',
      details: ({ keyId }) => ({ addedKey: keyId }),
      run: async ({ place, id, keyId }) => {
        const client = await (await awsFor(place)).apiGateway();
        await client.send(new CreateUsagePlanKeyCommand({ usagePlanId: id, keyId, keyType: 'API_KEY' }));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Takes an API key out of a plan; the key itself stays. */
export async function removePlanKeyAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      ...common,
      schema: planKeySchema,
      operation: 'apigateway:DeleteUsagePlanKey',
      details: ({ keyId }) => ({ removedKey: keyId }),
      run: async ({ place, id, keyId }) => {
        const client = await (await awsFor(place)).apiGateway();
        await client.send(new DeleteUsagePlanKeyCommand({ usagePlanId: id, keyId }));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Says how many requests of its quota a key has left in the running period. */
export async function extendUsageAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      ...common,
      schema: extendUsageSchema,
      operation: 'apigateway:UpdateUsage',
      details: ({ keyId, remaining }) => ({ key: keyId, remaining }),
      run: async ({ place, id, keyId, remaining }) => {
        const client = await (await awsFor(place)).apiGateway();
        const patchOperations = [{ op: 'replace' as const, path: '/remaining', value: String(remaining) }];
        await client.send(new UpdateUsageCommand({ usagePlanId: id, keyId, patchOperations }));
        return succeed(undefined);
      },
    },
    input,
  );
}
