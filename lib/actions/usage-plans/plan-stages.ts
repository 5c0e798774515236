'use server';

import { GetUsagePlanCommand, type PatchOperation } from '@aws-sdk/client-api-gateway';
import { patchUsagePlan } from '@/lib/actions/usage-plans/patch-usage-plan';
import type { ActionResult } from '@/lib/domain/console-error';
import { methodThrottleLine, planStageSchema, planThrottlesSchema } from '@/lib/forms/usage-plans';

/** A slash inside one segment of a patch path. */
const escaped = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');

/** Puts a stage of an API under a usage plan. */
export async function addPlanStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return patchUsagePlan(
    {
      schema: planStageSchema,
      operations: ({ apiId, stage }) => [{ op: 'add', path: '/apiStages', value: `${apiId}:${stage}` }],
      details: ({ apiId, stage }) => ({ added: `${apiId}:${stage}` }),
    },
    input,
  );
}

/** Takes a stage away from a usage plan; its limits of single methods go with it. */
export async function removePlanStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return patchUsagePlan(
    {
      schema: planStageSchema,
      operations: ({ apiId, stage }) => [{ op: 'remove', path: '/apiStages', value: `${apiId}:${stage}` }],
      details: ({ apiId, stage }) => ({ removed: `${apiId}:${stage}` }),
    },
    input,
  );
}

/**
 * Sets the limits of single methods of a stage, as lines. AWS has no way to take one of them away: the stage is
 * taken out of the plan and put back with those that stay, in one change.
 */
export async function savePlanThrottlesAction(input: unknown): Promise<ActionResult<undefined>> {
  return patchUsagePlan(
    {
      schema: planThrottlesSchema,
      details: ({ apiId, stage, lines }) => ({ stage: `${apiId}:${stage}`, methods: lines }),
      operations: async ({ id, apiId, stage, lines }, aws) => {
        const client = await aws.apiGateway();
        const plan = await client.send(new GetUsagePlanCommand({ usagePlanId: id }));
        const before = plan.apiStages?.find((one) => one.apiId === apiId && one.stage === stage)?.throttle;
        const wanted = lines.map((line) => {
          const [, method = '', path = '', rate = '', burst = ''] = methodThrottleLine.exec(line) ?? [];
          return { key: `${path}/${method}`, rate, burst };
        });
        const isLess = Object.keys(before ?? {}).some((key) => !wanted.some((one) => one.key === key));
        const value = `${apiId}:${stage}`;
        const again: PatchOperation[] = isLess
          ? [
              { op: 'remove', path: '/apiStages', value },
              { op: 'add', path: '/apiStages', value },
            ]
          : [];
        const limits = wanted.flatMap(({ key, rate, burst }): PatchOperation[] => {
          const path = `/apiStages/${value}/throttle/${escaped(key)}`;
          return [
            { op: 'replace', path: `${path}/rateLimit`, value: rate },
            { op: 'replace', path: `${path}/burstLimit`, value: burst },
          ];
        });
        return [...again, ...limits];
      },
    },
    input,
  );
}
