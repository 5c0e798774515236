import type { DeleteSecretRequest, DeleteSecretResponse } from '@aws-sdk/client-secrets-manager';
import { partitionOf } from '../../../../shared/arn.ts';
import { ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import type { SecretsParts } from '../parts.ts';
import { findSecretOrThrow, findLiveSecretOrThrow, newSuffix, secretArn } from '../secrets.ts';

const dayMs = 86_400_000;

export function deleteSecret(
  parts: SecretsParts,
): Operation<Given<DeleteSecretRequest>, DeleteSecretResponse> {
  const { repository, clock } = parts;
  return (input, context) => {
    const { RecoveryWindowInDays: days, ForceDeleteWithoutRecovery: isForced = false } = input;
    if (isForced && days !== undefined)
      throw invalidParameter(
        "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
      );
    if (days !== undefined && (days < 7 || days > 30))
      throw invalidParameter('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
    return repository.transaction(() => {
      repository.deleteSecretsBefore(clock.now());
      return isForced
        ? forced(parts, input.SecretId, context)
        : scheduled(parts, input.SecretId, context, days ?? 30);
    });
  };
}

type Place = Parameters<typeof findSecretOrThrow>[2];

function scheduled(parts: SecretsParts, id: string, place: Place, days: number): DeleteSecretResponse {
  const now = parts.clock.now();
  const secret = findLiveSecretOrThrow(parts, id, place);
  const deletionMs = now + days * dayMs;
  parts.repository.putSecret({ ...secret, deletedMs: now, deletionMs });
  return { ARN: secretArn(secret), Name: secret.name, DeletionDate: new Date(deletionMs) };
}

/** Of a name that is not there AWS says, too, that it is deleted; of an ARN it does not. */
function forced(parts: SecretsParts, id: string, place: Place): DeleteSecretResponse {
  const DeletionDate = new Date(parts.clock.now());
  try {
    const secret = findSecretOrThrow(parts, id, place);
    parts.repository.deleteSecret(secret);
    return { ARN: secretArn(secret), Name: secret.name, DeletionDate };
  } catch (error) {
    if (!(error instanceof ServiceError) || id.startsWith('arn:')) throw error;
    const { region, accountId } = place;
    const ARN = `arn:${partitionOf(region)}:secretsmanager:${region}:${accountId}:secret:${id}-${newSuffix()}`;
    return { ARN, Name: id, DeletionDate };
  }
}
