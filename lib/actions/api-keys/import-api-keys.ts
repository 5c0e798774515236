'use server';

import { ImportApiKeysCommand } from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { importApiKeysSchema } from '@/lib/forms/api-keys';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

export interface ImportedKeys {
  readonly ids: readonly string[];
  /** AWS's sentences about lines that it took only in part. */
  readonly warnings: readonly string[];
}

/** Reads API keys from lines of CSV; a key whose value is known is changed. */
export async function importApiKeysAction(input: unknown): Promise<ActionResult<ImportedKeys>> {
  return runAction(
    {
      role: 'developer',
      schema: importApiKeysSchema,
      audit: 'api-key.create',
      operation: 'apigateway:ImportApiKeys',
      fields: { body: 'csv' },
      place: ({ place }) => place,
      target: () => 'CSV',
      details: ({ csv }, data) => ({
        bytes: Buffer.byteLength(csv),
        ...(data && { count: data.ids.length, warnings: data.warnings.length }),
      }),
      revalidate: ({ place }) => [routes.apiKeys(place)],
      run: async ({ place, csv }) => {
        const client = await (await awsFor(place)).apiGateway();
        const { ids = [], warnings = [] } = await client.send(
          new ImportApiKeysCommand({ body: Buffer.from(csv), format: 'csv', failOnWarnings: false }),
        );
        return succeed({ ids, warnings });
      },
    },
    input,
  );
}
