import 'server-only';
import { PutRestApiCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { importOverSchema, partMemberFields } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Imports a definition over an API. Called by a route: 6 MB do not fit through a server action. */
export async function importOverRestApi(
  input: unknown,
): Promise<ActionResult<{ readonly warnings: readonly string[] }>> {
  return changeRestApi(
    {
      schema: importOverSchema,
      audit: 'api.import',
      operation: 'apigateway:PutRestApi',
      fields: partMemberFields,
      details: ({ mode, basePath, text }) => ({ mode, basePath, characters: text.length }),
      run: async (client, { apiId, text, mode, basePath, failOnWarnings }) => {
        const output = await client.send(
          new PutRestApiCommand({
            restApiId: apiId,
            mode,
            failOnWarnings,
            body: new TextEncoder().encode(text),
            parameters: { basepath: basePath },
          }),
        );
        return succeed({ warnings: output.warnings ?? [] });
      },
    },
    input,
  );
}
