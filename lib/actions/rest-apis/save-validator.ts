'use server';

import { CreateRequestValidatorCommand, UpdateRequestValidatorCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { partMemberFields, saveValidatorSchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Creates or changes a request validator. */
export async function saveRestValidatorAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: saveValidatorSchema,
      audit: 'api.update',
      operation: 'apigateway:UpdateRequestValidator',
      fields: partMemberFields,
      details: ({ id, name, body, parameters }) => ({
        validator: name,
        body,
        parameters,
        created: id === null,
      }),
      run: async (client, { apiId, id, name, body, parameters }) => {
        if (id === null) {
          await client.send(
            new CreateRequestValidatorCommand({
              restApiId: apiId,
              name,
              validateRequestBody: body,
              validateRequestParameters: parameters,
            }),
          );
          return succeed(undefined);
        }
        await client.send(
          new UpdateRequestValidatorCommand({
            restApiId: apiId,
            requestValidatorId: id,
            patchOperations: [
              { op: 'replace', path: '/name', value: name },
              { op: 'replace', path: '/validateRequestBody', value: String(body) },
              { op: 'replace', path: '/validateRequestParameters', value: String(parameters) },
            ],
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
