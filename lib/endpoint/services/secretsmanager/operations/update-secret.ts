import type { UpdateSecretRequest, UpdateSecretResponse } from '@aws-sdk/client-secrets-manager';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import type { SecretsParts } from '../parts.ts';
import { assertDescription, readNewValue } from '../rules/input.ts';
import { findLiveSecretOrThrow, secretArn } from '../secrets.ts';
import { addVersion, current, resealVersions } from '../versions.ts';

export function updateSecret(
  parts: SecretsParts,
): Operation<Given<UpdateSecretRequest>, UpdateSecretResponse> {
  const { repository, clock } = parts;
  return (input, context) => {
    if (input.Type !== undefined) throw notImplemented('Secrets managed by partners');
    assertDescription(input.Description);
    const { KmsKeyId: kmsKey } = input;
    const added = readNewValue(input);
    return repository.transaction(() => {
      const before = findLiveSecretOrThrow(parts, input.SecretId, context);
      const secret = {
        ...before,
        description: input.Description ?? before.description,
        // An empty key is the one that AWS manages.
        kmsKey: kmsKey === undefined ? before.kmsKey : kmsKey === '' ? undefined : kmsKey,
        changedMs: clock.now(),
      };
      repository.putSecret(secret);
      if (secret.kmsKey !== before.kmsKey) resealVersions(parts, before, secret);
      const version = added && addVersion(parts, secret, { ...added, stages: [current] });
      return { ARN: secretArn(secret), Name: secret.name, ...(version && { VersionId: version.id }) };
    });
  };
}
