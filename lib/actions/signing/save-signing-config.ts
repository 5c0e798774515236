'use server';

import { CreateCodeSigningConfigCommand, UpdateCodeSigningConfigCommand } from '@aws-sdk/client-lambda';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  createSigningSchema,
  signingMemberFields,
  signingToCreate,
  signingToUpdate,
  updateSigningSchema,
} from '@/lib/forms/signing';
import { getSigningConfig } from '@/lib/queries/signing';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

/** Creates a code signing configuration. */
export async function createSigningConfigAction(
  input: unknown,
): Promise<ActionResult<{ readonly arn: string }>> {
  return runAction(
    {
      role: 'developer',
      schema: createSigningSchema,
      audit: 'signing.create',
      operation: 'lambda:CreateCodeSigningConfig',
      fields: signingMemberFields,
      place: ({ place }) => place,
      details: ({ values }, data) => ({ policy: values.policy, ...(data && { arn: data.arn }) }),
      revalidate: ({ place }) => [routes.signingConfigs(place)],
      run: async ({ place, values }) => {
        const { lambda } = await awsFor(place);
        const output = await lambda.send(new CreateCodeSigningConfigCommand(signingToCreate(values)));
        return succeed({ arn: output.CodeSigningConfig?.CodeSigningConfigArn ?? '' });
      },
    },
    input,
  );
}

/** Changes a configuration for all functions that have it. `conflict` when someone else was first. */
export async function updateSigningConfigAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'lambda:UpdateCodeSigningConfig';
  return runAction(
    {
      role: 'developer',
      schema: updateSigningSchema,
      audit: 'signing.update',
      operation,
      fields: signingMemberFields,
      place: ({ place }) => place,
      target: ({ arn }) => arn,
      details: ({ values }) => ({ policy: values.policy, publishers: values.publishers }),
      revalidate: ({ place, arn }) => [routes.signingConfigs(place), routes.signingConfig(place, arn)],
      run: async (change): Promise<ActionResult<undefined>> => {
        const { place, arn, revisionId } = change;
        const obstacle = changedMeanwhile(revisionId, await getSigningConfig(place, arn), operation);
        if (obstacle) return refuse(obstacle);
        const { lambda } = await awsFor(place);
        await lambda.send(new UpdateCodeSigningConfigCommand(signingToUpdate(change)));
        return succeed(undefined);
      },
    },
    input,
  );
}
