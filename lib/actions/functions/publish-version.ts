'use server';

import { PublishVersionCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { waitForFunctionUpdate } from '@/lib/aws/waiting';
import type { ActionResult } from '@/lib/domain/console-error';
import { publishVersionSchema } from '@/lib/forms/versions';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

export interface PublishedVersion {
  readonly version: string;
}

/**
 * Publishes the working copy as it is deployed. AWS hands back the newest version where nothing changed since.
 * A deploy under way is waited for, so that the version holds it.
 */
export async function publishVersionAction(input: unknown): Promise<ActionResult<PublishedVersion>> {
  return runAction(
    {
      role: 'developer',
      schema: publishVersionSchema,
      audit: 'function.version-publish',
      operation: 'lambda:PublishVersion',
      fields: { description: 'description' },
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ description }, data) => ({ description, ...(data && { version: data.version }) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, description }) => {
        const { lambda } = await awsFor(place);
        await waitForFunctionUpdate(lambda, functionName);
        const output = await lambda.send(
          new PublishVersionCommand({
            FunctionName: functionName,
            // Left out, the version keeps the function's own description.
            ...(description !== '' && { Description: description }),
          }),
        );
        return succeed({ version: output.Version ?? '' });
      },
    },
    input,
  );
}
