'use server';

import type { ActionResult } from '@/lib/domain/console-error';
import { saveIntegrationSchema } from '@/lib/forms/http-api';
import { succeed } from '@/lib/shared/result';
import { changeHttpApi } from './change-http-api';
import { putIntegration } from './put-integration';

const fields = {
  integrationUri: 'functionArn',
  integrationSubtype: 'subtype',
  timeoutInMillis: 'timeoutMs',
  credentialsArn: 'credentialsArn',
};

/** Creates or changes an integration. A permission is for every route that may come to use it. */
export async function saveHttpIntegrationAction(
  input: unknown,
): Promise<ActionResult<{ readonly integrationId: string }>> {
  return changeHttpApi(
    {
      schema: saveIntegrationSchema,
      audit: 'api-integration.update',
      operation: 'apigateway:CreateIntegration',
      fields,
      details: ({ integrationId, values }) => ({
        ...(integrationId && { integrationId }),
        kind: values.kind,
        uri: values.functionArn || values.url || values.subtype || values.listener,
      }),
      run: async (client, { place, apiId, integrationId, values }) =>
        succeed({
          integrationId: await putIntegration(client, {
            place,
            apiId,
            integrationId,
            fields: values,
            source: '*/*',
          }),
        }),
    },
    input,
  );
}
