'use server';

import { CreateAuthorizerCommand, UpdateAuthorizerCommand } from '@aws-sdk/client-apigatewayv2';
import { changeHttpApi } from '@/lib/actions/http-apis/change-http-api';
import { withFunctionPermission } from '@/lib/actions/rest-apis/let-api-in';
import type { ActionResult } from '@/lib/domain/console-error';
import { saveSocketAuthorizerSchema, socketAuthorizerInput } from '@/lib/forms/socket-parts';
import { succeed } from '@/lib/shared/result';

const fields = {
  identitySource: 'identitySources',
  authorizerUri: 'functionArn',
  authorizerCredentialsArn: 'credentials',
};

/** Creates or changes an authorizer of a WebSocket API, with the permission on its function that the form asked for. */
export async function saveSocketAuthorizerAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: saveSocketAuthorizerSchema,
      audit: 'api-authorizer.update',
      operation: 'apigateway:CreateAuthorizer',
      fields,
      details: ({ authorizerId, values }) => ({
        ...(authorizerId && { authorizerId }),
        name: values.name,
        function: values.functionArn,
      }),
      run: async (client, { place, apiId, authorizerId, values }) => {
        const wire = { ApiId: apiId, ...socketAuthorizerInput(values) };
        const put = async () => {
          if (authorizerId === undefined) await client.send(new CreateAuthorizerCommand(wire));
          else await client.send(new UpdateAuthorizerCommand({ ...wire, AuthorizerId: authorizerId }));
        };
        const uri = wire.AuthorizerUri ?? '';
        if (values.addPermission)
          await withFunctionPermission({ place, apiId, uri, source: 'authorizers/*' }, put);
        else await put();
        return succeed(undefined);
      },
    },
    input,
  );
}
