'use server';

import { UpdateRestApiCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { settingsPatch } from '@/lib/domain/rest-api/part-patches';
import { partMemberFields, saveSettingsSchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi, wirePatch } from './change-rest-api';

/** Changes name, endpoint, key source, binary types and compression of an API. */
export async function saveRestSettingsAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: saveSettingsSchema,
      audit: 'api.update',
      operation: 'apigateway:UpdateRestApi',
      fields: partMemberFields,
      details: ({ before, after }) => ({ paths: settingsPatch(before, after).map(({ path }) => path) }),
      run: async (client, { apiId, before, after }) => {
        const patchOperations = wirePatch(settingsPatch(before, after));
        await client.send(new UpdateRestApiCommand({ restApiId: apiId, patchOperations }));
        return succeed(undefined);
      },
    },
    input,
  );
}
