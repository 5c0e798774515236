'use server';

import { CreateAuthorizerCommand, UpdateAuthorizerCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { authorizerPatch } from '@/lib/domain/rest-api/part-patches';
import { partMemberFields, saveAuthorizerSchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi, wirePatch } from './change-rest-api';
import { withFunctionPermission } from './let-api-in';

/** Creates or changes an authorizer, and lets API Gateway call its function. */
export async function saveRestAuthorizerAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: saveAuthorizerSchema,
      audit: 'api-authorizer.update',
      operation: 'apigateway:UpdateAuthorizer',
      fields: partMemberFields,
      details: ({ id, after }) => ({ id, name: after.name, type: after.type, created: id === null }),
      run: async (client, { place, apiId, id, before, after, addPermission }) => {
        const save = async () => {
          if (id !== null && before !== null) {
            const patchOperations = wirePatch(authorizerPatch(before, after));
            await client.send(
              new UpdateAuthorizerCommand({ restApiId: apiId, authorizerId: id, patchOperations }),
            );
            return;
          }
          const usesPools = after.type === 'COGNITO_USER_POOLS';
          await client.send(
            new CreateAuthorizerCommand({
              restApiId: apiId,
              name: after.name,
              type: after.type,
              ...(usesPools ? { providerARNs: after.providerArns } : { authorizerUri: after.uri }),
              ...(after.credentials && { authorizerCredentials: after.credentials }),
              ...(after.identitySource && { identitySource: after.identitySource }),
              ...(after.validationExpression && {
                identityValidationExpression: after.validationExpression,
              }),
              authorizerResultTtlInSeconds: after.ttlSeconds,
            }),
          );
        };
        // A new authorizer's id is known only afterwards: the permission holds for all of this API's.
        const source = `authorizers/${id ?? '*'}`;
        if (addPermission) await withFunctionPermission({ place, apiId, uri: after.uri, source }, save);
        else await save();
        return succeed(undefined);
      },
    },
    input,
  );
}
