'use server';

import {
  auditedAddress,
  connectionOfForm,
  refusedAddress,
} from '@/lib/actions/connections/connection-of-form';
import { tryConnection, type ConnectionTrial } from '@/lib/actions/connections/try-connection';
import { runAction } from '@/lib/actions/run-action';
import { awsFor, awsForConnection } from '@/lib/aws/clients';
import { getConnectionOrThrow } from '@/lib/connections/store';
import type { ActionResult } from '@/lib/domain/console-error';
import { connectionFormSchema, connectionIdSchema, type ConnectionFormValues } from '@/lib/forms/connection';
import { succeed } from '@/lib/shared/result';

const operation = 'console:TestConnection';
const countOk = (trial: ConnectionTrial | undefined) =>
  trial?.checks.filter(({ outcome }) => outcome === 'ok').length ?? 0;

/** Tries a stored connection: whom it is for AWS and which of the first calls work. Nothing is changed. */
export async function testConnectionAction(input: { id: string }): Promise<ActionResult<ConnectionTrial>> {
  return runAction(
    {
      role: 'admin',
      schema: connectionIdSchema,
      audit: 'connection.test',
      operation,
      target: ({ id }) => id,
      details: (_values, trial) => ({ allowed: countOk(trial) }),
      run: async ({ id }) => {
        const { region } = getConnectionOrThrow(id);
        return succeed(await tryConnection(await awsFor({ connectionId: id, region })));
      },
    },
    input,
  );
}

/** Tries what a form describes before it is saved, with the keys just typed or else the stored ones. */
export async function testConnectionFormAction(
  input: ConnectionFormValues,
): Promise<ActionResult<ConnectionTrial>> {
  return runAction(
    {
      role: 'admin',
      schema: connectionFormSchema,
      audit: 'connection.test',
      operation,
      target: ({ id }) => id,
      details: ({ kind, endpointUrl }, trial) => ({
        kind,
        allowed: countOk(trial),
        ...auditedAddress(endpointUrl),
      }),
      run: async (values, user) => {
        const form = connectionOfForm(values, operation);
        if (!form.ok) return form;
        const refused = await refusedAddress(form.data, operation);
        if (refused) return refused;
        const { connection, secrets } = form.data;
        const unsaved = { ...connection, origin: 'console', version: 0 } as const;
        return succeed(await tryConnection(await awsForConnection(unsaved, user.name, secrets)));
      },
    },
    input,
  );
}
