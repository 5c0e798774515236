import type { DisableKeyRequest } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { assertNotPending, findKeyOrThrow } from '../keys.ts';
import { assertNotManaged } from '../managed-keys.ts';
import type { KmsParts } from '../parts.ts';

export function disableKey(parts: KmsParts): Operation<Given<DisableKeyRequest>> {
  const { repository } = parts;
  return (input, context) => {
    repository.transaction(() => {
      const key = findKeyOrThrow(parts, input.KeyId, context);
      assertNotPending(key);
      assertNotManaged(parts, key);
      repository.putKey({ ...key, isEnabled: false });
    });
  };
}
