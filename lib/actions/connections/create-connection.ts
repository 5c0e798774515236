'use server';

import {
  auditedAddress,
  connectionOfForm,
  missingSecret,
  refusedAddress,
} from '@/lib/actions/connections/connection-of-form';
import { runAction } from '@/lib/actions/run-action';
import { createConnection } from '@/lib/connections/store';
import type { ActionResult } from '@/lib/domain/console-error';
import { connectionFormSchema, type ConnectionFormValues } from '@/lib/forms/connection';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

const operation = 'console:CreateConnection';

/** Adds a connection; answers with its id. */
export async function createConnectionAction(
  input: ConnectionFormValues,
): Promise<ActionResult<{ id: string }>> {
  return runAction(
    {
      role: 'admin',
      schema: connectionFormSchema,
      audit: 'connection.create',
      operation,
      target: ({ id }) => id,
      details: ({ kind, region, tone, endpointUrl, roleArn }) => ({
        kind,
        region,
        tone,
        ...auditedAddress(endpointUrl),
        ...(roleArn === undefined ? {} : { roleArn }),
      }),
      revalidate: () => [routes.connections()],
      run: async (values) => {
        const form = connectionOfForm(values, operation);
        if (!form.ok) return form;
        const missing = missingSecret(form.data, operation);
        if (missing) return missing;
        const { connection, secrets } = form.data;
        const refused = await refusedAddress(form.data, operation);
        if (refused) return refused;
        createConnection(connection, secrets);
        return succeed({ id: connection.id });
      },
    },
    input,
  );
}
