'use server';

import { CreateAuthorizerCommand, UpdateAuthorizerCommand } from '@aws-sdk/client-apigatewayv2';
import { withFunctionPermission } from '@/lib/actions/rest-apis/let-api-in';
import type { ActionResult } from '@/lib/domain/console-error';
import { lambdaUriOf } from '@/lib/domain/rest-api/backend';
import { authorizerToInput, saveAuthorizerSchema } from '@/lib/forms/http-api';
import { succeed } from '@/lib/shared/result';
import { changeHttpApi } from './change-http-api';

const fields = {
  identitySource: 'identitySources',
  'jwtConfiguration.issuer': 'issuer',
  'jwtConfiguration.audience': 'audience',
  authorizerUri: 'functionArn',
};

/** Creates or changes an authorizer of an HTTP API, with the permission on its function that the form asked for. */
export async function saveHttpAuthorizerAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: saveAuthorizerSchema,
      audit: 'api-authorizer.update',
      operation: 'apigateway:CreateAuthorizer',
      fields,
      details: ({ authorizerId, values }) => ({
        ...(authorizerId && { authorizerId }),
        name: values.name,
        type: values.type,
      }),
      run: async (client, { place, apiId, authorizerId, values }) => {
        const wire = { ApiId: apiId, ...authorizerToInput(values) };
        const put = async () => {
          if (authorizerId === undefined) await client.send(new CreateAuthorizerCommand(wire));
          else await client.send(new UpdateAuthorizerCommand({ ...wire, AuthorizerId: authorizerId }));
        };
        if (values.type === 'REQUEST' && values.addPermission) {
          const uri = lambdaUriOf(values.functionArn);
          await withFunctionPermission({ place, apiId, uri, source: 'authorizers/*' }, put);
        } else {
          await put();
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
