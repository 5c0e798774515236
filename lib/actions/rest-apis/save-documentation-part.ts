'use server';

import {
  CreateDocumentationPartCommand,
  UpdateDocumentationPartCommand,
  type DocumentationPartType,
} from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { partMemberFields, savePartSchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Documents a part of an API, or changes what is said of it. */
export async function saveDocumentationPartAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: savePartSchema,
      audit: 'api.update',
      operation: 'apigateway:UpdateDocumentationPart',
      fields: partMemberFields,
      details: ({ id, location }) => ({
        documentation: location.type,
        path: location.path,
        created: id === null,
      }),
      run: async (client, { apiId, id, location, properties }) => {
        if (id !== null) {
          await client.send(
            new UpdateDocumentationPartCommand({
              restApiId: apiId,
              documentationPartId: id,
              patchOperations: [{ op: 'replace', path: '/properties', value: properties }],
            }),
          );
          return succeed(undefined);
        }
        const { type, path, method, statusCode, name } = location;
        await client.send(
          new CreateDocumentationPartCommand({
            restApiId: apiId,
            location: {
              type: type as DocumentationPartType,
              ...(path && { path }),
              ...(method && { method }),
              ...(statusCode && { statusCode }),
              ...(name && { name }),
            },
            properties,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
