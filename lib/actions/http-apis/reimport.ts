import 'server-only';
import { ReimportApiCommand } from '@aws-sdk/client-apigatewayv2';
import type { ActionResult } from '@/lib/domain/console-error';
import { reimportSchema } from '@/lib/forms/http-api-settings';
import { succeed } from '@/lib/shared/result';
import { changeHttpApi } from './change-http-api';

/** Puts a definition in the place of an API. Called by a route: 6 MB do not fit through a server action. */
export async function reimportHttpApi(
  input: unknown,
): Promise<ActionResult<{ readonly warnings: readonly string[] }>> {
  return changeHttpApi(
    {
      schema: reimportSchema,
      audit: 'api.import',
      operation: 'apigateway:ReimportApi',
      fields: { body: 'text' },
      details: ({ basePath, text }) => ({ basePath, characters: text.length }),
      run: async (client, { apiId, text, basePath, failOnWarnings }) => {
        const output = await client.send(
          new ReimportApiCommand({
            ApiId: apiId,
            Body: text,
            Basepath: basePath,
            FailOnWarnings: failOnWarnings,
          }),
        );
        return succeed({ warnings: output.Warnings ?? [] });
      },
    },
    input,
  );
}
