'use server';

import {
  PutIntegrationResponseCommand,
  UpdateIntegrationResponseCommand,
  type ContentHandlingStrategy,
} from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { integrationResponsePatch } from '@/lib/domain/rest-api/responses';
import { saveIntegrationResponseSchema } from '@/lib/forms/rest-resources';
import { succeed } from '@/lib/shared/result';
import { changeRestApi, wirePatch } from './change-rest-api';

/** Adds or changes how one kind of answer of the back end becomes a response of the method. */
export async function saveIntegrationResponseAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: saveIntegrationResponseSchema,
      audit: 'api-integration.update',
      operation: 'apigateway:UpdateIntegrationResponse',
      details: ({ resourceId, httpMethod, before, after }) => ({
        resourceId,
        httpMethod,
        statusCode: after.statusCode,
        created: before === null,
      }),
      run: async (client, { apiId, resourceId, httpMethod, before, after }) => {
        const { statusCode } = after;
        const target = { restApiId: apiId, resourceId, httpMethod, statusCode };
        if (before !== null) {
          const patchOperations = wirePatch(integrationResponsePatch(before, after));
          await client.send(new UpdateIntegrationResponseCommand({ ...target, patchOperations }));
          return succeed(undefined);
        }
        await client.send(
          new PutIntegrationResponseCommand({
            ...target,
            ...(after.selectionPattern && { selectionPattern: after.selectionPattern }),
            ...(after.contentHandling && {
              contentHandling: after.contentHandling as ContentHandlingStrategy,
            }),
            responseParameters: after.parameters,
            responseTemplates: after.templates,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
