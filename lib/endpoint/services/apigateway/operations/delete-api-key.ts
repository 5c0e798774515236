import type { DeleteApiKeyRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findKeyOrThrow } from '../keys.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteApiKey(parts: RestApiParts): Operation<Given<DeleteApiKeyRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      const { id } = findKeyOrThrow(parts, context, input.apiKey);
      for (const { planId, keyId } of parts.items.planKeys.list(context)) {
        if (keyId === id) parts.items.planKeys.remove(context, `${planId}/${keyId}`);
      }
      parts.items.keys.remove(context, id);
    });
    parts.itemsChanged();
    return {};
  };
}
