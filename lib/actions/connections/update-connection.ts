'use server';

import { saveConnection } from '@/lib/actions/connections/save-connection';
import {
  assertChangeable,
  getConnectionOrThrow,
  readConnectionSecrets,
  updateConnection,
} from '@/lib/connections/store';
import type { ActionResult } from '@/lib/domain/console-error';
import type { ConnectionFormValues } from '@/lib/forms/connection';

/** Replaces a connection. Without new keys the stored ones stay, as long as the key id is the same. */
export async function updateConnectionAction(
  input: ConnectionFormValues,
): Promise<ActionResult<{ id: string }>> {
  return saveConnection(
    {
      audit: 'connection.update',
      operation: 'console:UpdateConnection',
      details: ({ secretAccessKey }) => ({ hasNewKeys: secretAccessKey !== undefined }),
      assertAllowed: assertChangeable,
      hasStoredKeys: ({ connection }) => {
        const keyId = keyIdOf(getConnectionOrThrow(connection.id).settings);
        const isSameKey = keyId !== undefined && keyId === keyIdOf(connection.settings);
        return isSameKey && readConnectionSecrets(connection.id) !== undefined;
      },
      store: updateConnection,
    },
    input,
  );
}

function keyIdOf(settings: object): unknown {
  return 'accessKeyId' in settings ? settings.accessKeyId : undefined;
}
