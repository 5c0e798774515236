'use server';

import { CreateModelCommand, UpdateModelCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { partMemberFields, saveModelSchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Creates a model, or changes what it says. AWS checks the schema. */
export async function saveRestModelAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: saveModelSchema,
      audit: 'api-model.update',
      operation: 'apigateway:UpdateModel',
      fields: partMemberFields,
      details: ({ name, isNew }) => ({ name, created: isNew }),
      run: async (client, { apiId, isNew, name, contentType, description, schema }) => {
        if (isNew) {
          await client.send(
            new CreateModelCommand({
              restApiId: apiId,
              name,
              contentType,
              schema,
              ...(description && { description }),
            }),
          );
          return succeed(undefined);
        }
        await client.send(
          new UpdateModelCommand({
            restApiId: apiId,
            modelName: name,
            patchOperations: [
              { op: 'replace', path: '/schema', value: schema },
              { op: 'replace', path: '/description', value: description },
            ],
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
