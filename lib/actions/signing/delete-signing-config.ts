'use server';

import { DeleteCodeSigningConfigCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { deleteSigningSchema } from '@/lib/forms/signing';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes a code signing configuration; AWS refuses it while a function has it. */
export async function deleteSigningConfigAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteSigningSchema,
      audit: 'signing.delete',
      operation: 'lambda:DeleteCodeSigningConfig',
      place: ({ place }) => place,
      target: ({ arn }) => arn,
      revalidate: ({ place }) => [routes.signingConfigs(place)],
      run: async ({ place, arn }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(new DeleteCodeSigningConfigCommand({ CodeSigningConfigArn: arn }));
        return succeed(undefined);
      },
    },
    input,
  );
}
