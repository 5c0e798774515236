'use server';

import { UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { changeHttpApi } from '@/lib/actions/http-apis/change-http-api';
import type { ActionResult } from '@/lib/domain/console-error';
import { saveSocketSettingsSchema, socketSettingsInput } from '@/lib/forms/socket-parts';
import { succeed } from '@/lib/shared/result';

const fields = {
  routeSelectionExpression: 'routeSelection',
  apiKeySelectionExpression: 'apiKeySelection',
};

/** Name, how a message finds its route, where keys are read, and whether the default address answers. */
export async function saveSocketSettingsAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: saveSocketSettingsSchema,
      audit: 'api.update',
      operation: 'apigateway:UpdateApi',
      fields,
      details: ({ values }) => ({ ...values }),
      run: async (client, { apiId, values }) => {
        await client.send(new UpdateApiCommand({ ApiId: apiId, ...socketSettingsInput(values) }));
        return succeed(undefined);
      },
    },
    input,
  );
}
