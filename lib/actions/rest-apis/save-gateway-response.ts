'use server';

import { PutGatewayResponseCommand, type GatewayResponseType } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { partMemberFields, saveGatewayResponseSchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Sets what API Gateway itself answers in one kind of error. */
export async function saveGatewayResponseAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: saveGatewayResponseSchema,
      audit: 'api.update',
      operation: 'apigateway:PutGatewayResponse',
      fields: partMemberFields,
      details: ({ type, statusCode }) => ({ gatewayResponse: type, statusCode }),
      run: async (client, { apiId, type, statusCode, parameters, templates }) => {
        await client.send(
          new PutGatewayResponseCommand({
            restApiId: apiId,
            responseType: type as GatewayResponseType,
            ...(statusCode && { statusCode }),
            responseParameters: parameters,
            responseTemplates: templates,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
