'use server';

import { CreateDocumentationVersionCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { publishDocumentationSchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Takes a snapshot of the documentation, and shows it with a stage if one is named. */
export async function publishDocumentationAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: publishDocumentationSchema,
      audit: 'api.update',
      operation: 'apigateway:CreateDocumentationVersion',
      fields: { documentationVersion: 'version' },
      details: ({ version, stage }) => ({ documentationVersion: version, stage }),
      run: async (client, { apiId, version, stage, description }) => {
        await client.send(
          new CreateDocumentationVersionCommand({
            restApiId: apiId,
            documentationVersion: version,
            ...(stage && { stageName: stage }),
            ...(description && { description }),
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
