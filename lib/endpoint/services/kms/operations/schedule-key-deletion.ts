import type { ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { outOfBounds } from '../errors.ts';
import { assertNotPending, findKeyOrThrow, keyArn } from '../keys.ts';
import { assertNotManaged } from '../managed-keys.ts';
import type { KmsParts } from '../parts.ts';

const dayMs = 86_400_000;

export function scheduleKeyDeletion(
  parts: KmsParts,
): Operation<Given<ScheduleKeyDeletionRequest>, ScheduleKeyDeletionResponse> {
  const { repository, clock } = parts;
  return (input, context) => {
    const days = input.PendingWindowInDays ?? 30;
    if (days < 7 || days > 30) throw outOfBounds('pendingWindowInDays', 'Member must be between 7 and 30');
    return repository.transaction(() => {
      const key = findKeyOrThrow(parts, input.KeyId, context);
      assertNotPending(key);
      assertNotManaged(parts, key);
      const deletionMs = clock.now() + days * dayMs;
      repository.putKey({ ...key, isEnabled: false, deletionMs });
      return {
        KeyId: keyArn(key),
        DeletionDate: new Date(deletionMs),
        KeyState: 'PendingDeletion',
        PendingWindowInDays: days,
      };
    });
  };
}
