'use server';

import { CreateModelCommand, DeleteModelCommand, UpdateModelCommand } from '@aws-sdk/client-apigatewayv2';
import { changeHttpApi } from '@/lib/actions/http-apis/change-http-api';
import type { ActionResult } from '@/lib/domain/console-error';
import { deletePartSchema } from '@/lib/forms/http-api';
import { saveSocketModelSchema, socketModelInput } from '@/lib/forms/socket-parts';
import { succeed } from '@/lib/shared/result';

/** Creates or changes a model, which messages of routes are held against. */
export async function saveSocketModelAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: saveSocketModelSchema,
      audit: 'api-model.update',
      operation: 'apigateway:CreateModel',
      details: ({ modelId, values }) => ({ ...(modelId && { modelId }), name: values.name }),
      run: async (client, { apiId, modelId, values }) => {
        const wire = { ApiId: apiId, ...socketModelInput(values) };
        if (modelId === undefined) await client.send(new CreateModelCommand(wire));
        else await client.send(new UpdateModelCommand({ ...wire, ModelId: modelId }));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Refused by AWS while a route names it. */
export async function deleteSocketModelAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: deletePartSchema,
      audit: 'api-model.delete',
      operation: 'apigateway:DeleteModel',
      details: ({ id }) => ({ id }),
      run: async (client, { apiId, id }) => {
        await client.send(new DeleteModelCommand({ ApiId: apiId, ModelId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}
