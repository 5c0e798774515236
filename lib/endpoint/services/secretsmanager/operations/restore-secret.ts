import type { RestoreSecretRequest, RestoreSecretResponse } from '@aws-sdk/client-secrets-manager';
import type { Given, Operation } from '../../service.ts';
import type { SecretsParts } from '../parts.ts';
import { findSecretOrThrow, secretArn } from '../secrets.ts';

/** Also of a secret that was not deleted, as on AWS. */
export function restoreSecret(
  parts: SecretsParts,
): Operation<Given<RestoreSecretRequest>, RestoreSecretResponse> {
  const { repository } = parts;
  return (input, context) =>
    repository.transaction(() => {
      const secret = findSecretOrThrow(parts, input.SecretId, context);
      repository.putSecret({ ...secret, deletedMs: undefined, deletionMs: undefined });
      return { ARN: secretArn(secret), Name: secret.name };
    });
}
