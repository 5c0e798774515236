import type { CancelKeyDeletionRequest, CancelKeyDeletionResponse } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { invalidState } from '../errors.ts';
import { findKeyOrThrow, keyArn } from '../keys.ts';
import type { KmsParts } from '../parts.ts';

/** The key stays disabled. */
export function cancelKeyDeletion(
  parts: KmsParts,
): Operation<Given<CancelKeyDeletionRequest>, CancelKeyDeletionResponse> {
  const { repository } = parts;
  return (input, context) =>
    repository.transaction(() => {
      const key = findKeyOrThrow(parts, input.KeyId, context);
      if (key.deletionMs === undefined) throw invalidState(keyArn(key), 'not pending deletion');
      repository.putKey({ ...key, deletionMs: undefined });
      return { KeyId: keyArn(key) };
    });
}
