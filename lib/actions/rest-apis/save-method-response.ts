'use server';

import { PutMethodResponseCommand, UpdateMethodResponseCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { methodResponsePatch } from '@/lib/domain/rest-api/responses';
import { saveMethodResponseSchema } from '@/lib/forms/rest-resources';
import { succeed } from '@/lib/shared/result';
import { changeRestApi, wirePatch } from './change-rest-api';

/** Adds or changes a response of a method: its headers, and the models of its body. */
export async function saveMethodResponseAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: saveMethodResponseSchema,
      audit: 'api-method.update',
      operation: 'apigateway:UpdateMethodResponse',
      details: ({ resourceId, httpMethod, before, after }) => ({
        resourceId,
        httpMethod,
        statusCode: after.statusCode,
        created: before === null,
      }),
      run: async (client, { apiId, resourceId, httpMethod, before, after }) => {
        const target = { restApiId: apiId, resourceId, httpMethod, statusCode: after.statusCode };
        if (before !== null) {
          const patchOperations = wirePatch(methodResponsePatch(before, after));
          await client.send(new UpdateMethodResponseCommand({ ...target, patchOperations }));
          return succeed(undefined);
        }
        await client.send(
          new PutMethodResponseCommand({
            ...target,
            responseParameters: Object.fromEntries(
              after.headers.map((name) => [`method.response.header.${name}`, false]),
            ),
            responseModels: after.models,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
