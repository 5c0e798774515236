'use server';

import { UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  corsToInput,
  saveCorsSchema,
  saveSettingsSchema,
  settingsToInput,
} from '@/lib/forms/http-api-settings';
import { succeed } from '@/lib/shared/result';
import { changeHttpApi } from './change-http-api';

/** Which websites may call the API from a browser. */
export async function saveCorsAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: saveCorsSchema,
      audit: 'api.update',
      operation: 'apigateway:UpdateApi',
      details: ({ values }) => ({ cors: values.origins }),
      run: async (client, { apiId, values }) => {
        await client.send(new UpdateApiCommand({ ApiId: apiId, CorsConfiguration: corsToInput(values) }));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Name, description, version, and whether the default address answers. */
export async function saveHttpSettingsAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: saveSettingsSchema,
      audit: 'api.update',
      operation: 'apigateway:UpdateApi',
      details: ({ values }) => ({ ...values }),
      run: async (client, { apiId, values }) => {
        await client.send(new UpdateApiCommand({ ApiId: apiId, ...settingsToInput(values) }));
        return succeed(undefined);
      },
    },
    input,
  );
}
