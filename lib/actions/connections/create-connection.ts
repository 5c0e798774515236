'use server';

import { saveConnection } from '@/lib/actions/connections/save-connection';
import { createConnection } from '@/lib/connections/store';
import type { ActionResult } from '@/lib/domain/console-error';
import type { ConnectionFormValues } from '@/lib/forms/connection';

/** Adds a connection; answers with its id. */
export async function createConnectionAction(
  input: ConnectionFormValues,
): Promise<ActionResult<{ id: string }>> {
  return saveConnection(
    { audit: 'connection.create', operation: 'console:CreateConnection', store: createConnection },
    input,
  );
}
