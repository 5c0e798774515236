'use server';

import {
  DeleteAuthorizerCommand,
  DeleteDocumentationPartCommand,
  DeleteGatewayResponseCommand,
  DeleteModelCommand,
  DeleteRequestValidatorCommand,
  type APIGatewayClient,
  type GatewayResponseType,
} from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { deletePartSchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

type Kind = 'authorizer' | 'model' | 'validator' | 'gateway-response' | 'documentation-part';

async function remove(client: APIGatewayClient, restApiId: string, kind: Kind, id: string): Promise<void> {
  switch (kind) {
    case 'authorizer':
      await client.send(new DeleteAuthorizerCommand({ restApiId, authorizerId: id }));
      return;
    case 'model':
      await client.send(new DeleteModelCommand({ restApiId, modelName: id }));
      return;
    case 'validator':
      await client.send(new DeleteRequestValidatorCommand({ restApiId, requestValidatorId: id }));
      return;
    case 'gateway-response':
      await client.send(
        new DeleteGatewayResponseCommand({ restApiId, responseType: id as GatewayResponseType }),
      );
      return;
    case 'documentation-part':
      await client.send(new DeleteDocumentationPartCommand({ restApiId, documentationPartId: id }));
  }
}

/** Deletes a part of an API; AWS refuses what a method uses. A gateway response is AWS's own again. */
export async function deleteRestPartAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: deletePartSchema,
      audit: 'api.update',
      operation: 'apigateway:DeletePart',
      details: ({ kind, id }) => ({ deleted: kind, id }),
      run: async (client, { apiId, kind, id }) => {
        await remove(client, apiId, kind, id);
        return succeed(undefined);
      },
    },
    input,
  );
}
