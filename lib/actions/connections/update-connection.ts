'use server';

import {
  auditedAddress,
  connectionOfForm,
  missingSecret,
  refusedAddress,
} from '@/lib/actions/connections/connection-of-form';
import { runAction } from '@/lib/actions/run-action';
import {
  assertChangeable,
  getConnectionOrThrow,
  readConnectionSecrets,
  updateConnection,
} from '@/lib/connections/store';
import type { ActionResult } from '@/lib/domain/console-error';
import { connectionFormSchema, type ConnectionFormValues } from '@/lib/forms/connection';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

const operation = 'console:UpdateConnection';

/** Replaces a connection. Without new keys the stored ones stay, as long as the key id is the same. */
export async function updateConnectionAction(
  input: ConnectionFormValues,
): Promise<ActionResult<{ id: string }>> {
  return runAction(
    {
      role: 'admin',
      schema: connectionFormSchema,
      audit: 'connection.update',
      operation,
      target: ({ id }) => id,
      details: ({ kind, region, tone, secretAccessKey, endpointUrl, roleArn }) => ({
        kind,
        region,
        tone,
        hasNewKeys: secretAccessKey !== undefined,
        ...auditedAddress(endpointUrl),
        ...(roleArn === undefined ? {} : { roleArn }),
      }),
      revalidate: ({ id }) => [routes.connections(), routes.connection(id)],
      run: async (values) => {
        assertChangeable(values.id);
        const form = connectionOfForm(values, operation);
        if (!form.ok) return form;
        const { connection, secrets } = form.data;
        const stored = getConnectionOrThrow(connection.id).settings;
        const storedKeyId = 'accessKeyId' in stored ? stored.accessKeyId : undefined;
        const keepsKeys = storedKeyId !== undefined && storedKeyId === values.accessKeyId;
        if (!keepsKeys || readConnectionSecrets(connection.id) === undefined) {
          const missing = missingSecret(form.data, operation);
          if (missing) return missing;
        }
        const refused = await refusedAddress(form.data, operation);
        if (refused) return refused;
        updateConnection(connection, secrets);
        return succeed({ id: connection.id });
      },
    },
    input,
  );
}
