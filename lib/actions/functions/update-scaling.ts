'use server';

import { PutFunctionScalingConfigCommand } from '@aws-sdk/client-lambda';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { scalingMemberFields, scalingSchema, scalingToInput } from '@/lib/forms/function-scaling';
import { getFunctionScaling } from '@/lib/queries/function-scaling';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'lambda:PutFunctionScalingConfig';

/** Bounds the execution environments of a version on a capacity provider. `conflict` when someone else was first. */
export async function updateScalingAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: scalingSchema,
      audit: 'function.scaling-update',
      operation,
      fields: scalingMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, values }) => ({ qualifier, ...values }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async (change): Promise<ActionResult<undefined>> => {
        const { place, functionName, qualifier, revisionId } = change;
        const found = await getFunctionScaling(place, functionName, qualifier);
        const obstacle = changedMeanwhile(revisionId, found, operation);
        if (obstacle) return refuse(obstacle);
        const { lambda } = await awsFor(place);
        await lambda.send(new PutFunctionScalingConfigCommand(scalingToInput(change)));
        return succeed(undefined);
      },
    },
    input,
  );
}
