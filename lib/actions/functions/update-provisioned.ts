'use server';

import {
  DeleteProvisionedConcurrencyConfigCommand,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { provisionedMemberFields, provisionedSchema, removeProvisionedSchema } from '@/lib/forms/concurrency';
import { getProvisionedBasis } from '@/lib/queries/provisioned';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'lambda:PutProvisionedConcurrencyConfig';

/** Keeps environments ready for a version or an alias. It returns while they are still being made. */
export async function updateProvisionedAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: provisionedSchema,
      audit: 'function.provisioned-update',
      operation,
      fields: provisionedMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, count }) => ({ qualifier, count }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({
        place,
        functionName,
        qualifier,
        revisionId,
        count,
      }): Promise<ActionResult<undefined>> => {
        const found = await getProvisionedBasis(place, functionName, qualifier);
        const obstacle = changedMeanwhile(revisionId, found, operation);
        if (obstacle) return refuse(obstacle);
        const { lambda } = await awsFor(place);
        await lambda.send(
          new PutProvisionedConcurrencyConfigCommand({
            FunctionName: functionName,
            Qualifier: qualifier,
            ProvisionedConcurrentExecutions: count,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Lets the environments of a version or an alias go. */
export async function removeProvisionedAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: removeProvisionedSchema,
      audit: 'function.provisioned-remove',
      operation: 'lambda:DeleteProvisionedConcurrencyConfig',
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier }) => ({ qualifier }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(
          new DeleteProvisionedConcurrencyConfigCommand({ FunctionName: functionName, Qualifier: qualifier }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
