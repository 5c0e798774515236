import type { PutSecretValueRequest, PutSecretValueResponse } from '@aws-sdk/client-secrets-manager';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import type { SecretsParts } from '../parts.ts';
import { assertStages, readToken, readValueOrThrow } from '../rules/input.ts';
import { findLiveSecretOrThrow, secretArn } from '../secrets.ts';
import { addVersion, current } from '../versions.ts';

export function putSecretValue(
  parts: SecretsParts,
): Operation<Given<PutSecretValueRequest>, PutSecretValueResponse> {
  const { repository, clock } = parts;
  return (input, context) => {
    if (input.RotationToken !== undefined) throw notImplemented('Rotation of secrets');
    const { VersionStages: stages = [current] } = input;
    const token = readToken(input.ClientRequestToken);
    assertStages(stages);
    const value = readValueOrThrow(input);
    return repository.transaction(() => {
      const secret = findLiveSecretOrThrow(parts, input.SecretId, context);
      const version = addVersion(parts, secret, { token, value, stages });
      repository.putSecret({ ...secret, changedMs: clock.now() });
      return {
        ARN: secretArn(secret),
        Name: secret.name,
        VersionId: version.id,
        VersionStages: [...version.stages],
      };
    });
  };
}
