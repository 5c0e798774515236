import type { ApiKey, UpdateApiKeyRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findKeyOrThrow, patchKey, stageKeysOf } from '../keys.ts';
import { showKey } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

/** The value cannot change. */
export function updateApiKey(parts: RestApiParts): Operation<Given<UpdateApiKeyRequest>, ApiKey> {
  return (input, context) => {
    const key = parts.repository.transaction(() => {
      const changed = findKeyOrThrow(parts, context, input.apiKey);
      patchKey(changed, input.patchOperations);
      changed.updatedMs = parts.clock.now();
      parts.items.keys.put(context, changed.id, changed, {
        createdMs: changed.createdMs,
        lookup: changed.value,
      });
      return changed;
    });
    parts.itemsChanged();
    return showKey(key, { withValue: false, stageKeys: stageKeysOf(parts, context, key.id) });
  };
}
