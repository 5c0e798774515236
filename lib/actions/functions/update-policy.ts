'use server';

import { DeleteResourcePolicyCommand, PutResourcePolicyCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { deletePolicySchema, updatePolicySchema } from '@/lib/forms/policy';
import { policyArn } from '@/lib/queries/policy-document';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Replaces the resource-based policy as a whole. `conflict` when someone else was first. */
export async function updatePolicyAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: updatePolicySchema,
      audit: 'function.policy-update',
      operation: 'lambda:PutResourcePolicy',
      fields: { policy: 'policy' },
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, values }) => ({ bytes: values.policy.length, ...(qualifier && { qualifier }) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier, revisionId, values }) => {
        const aws = await awsFor(place);
        await aws.lambda.send(
          new PutResourcePolicyCommand({
            ResourceArn: await policyArn(aws, functionName, qualifier),
            Policy: values.policy,
            RevisionId: revisionId,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Deletes the resource-based policy with all its statements. */
export async function deletePolicyAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deletePolicySchema,
      audit: 'function.policy-update',
      operation: 'lambda:DeleteResourcePolicy',
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier }) => ({ deleted: true, ...(qualifier && { qualifier }) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier, revisionId }) => {
        const aws = await awsFor(place);
        await aws.lambda.send(
          new DeleteResourcePolicyCommand({
            ResourceArn: await policyArn(aws, functionName, qualifier),
            RevisionId: revisionId,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
