'use server';

import { PutFunctionRecursionConfigCommand, type RecursiveLoop } from '@aws-sdk/client-lambda';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { recursionSchema } from '@/lib/forms/concurrency';
import { getRecursion } from '@/lib/queries/concurrency';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'lambda:PutFunctionRecursionConfig';

/** Terminates recursive loops, or lets them be. */
export async function updateRecursionAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: recursionSchema,
      audit: 'function.recursion-update',
      operation,
      fields: { recursiveLoop: 'loop' },
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, revisionId, values }): Promise<ActionResult<undefined>> => {
        const obstacle = changedMeanwhile(revisionId, await getRecursion(place, functionName), operation);
        if (obstacle) return refuse(obstacle);
        const { lambda } = await awsFor(place);
        await lambda.send(
          new PutFunctionRecursionConfigCommand({
            FunctionName: functionName,
            RecursiveLoop: values.loop as RecursiveLoop,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
