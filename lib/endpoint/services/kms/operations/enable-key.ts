import type { EnableKeyRequest } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { assertNotPending, findKeyOrThrow } from '../keys.ts';
import type { KmsParts } from '../parts.ts';

export function enableKey(parts: KmsParts): Operation<Given<EnableKeyRequest>> {
  const { repository } = parts;
  return (input, context) => {
    repository.transaction(() => {
      const key = findKeyOrThrow(parts, input.KeyId, context);
      assertNotPending(key);
      repository.putKey({ ...key, isEnabled: true });
    });
  };
}
