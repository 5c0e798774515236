import type { CreateSecretRequest, CreateSecretResponse } from '@aws-sdk/client-secrets-manager';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { scheduledName, secretExists } from '../errors.ts';
import type { SecretsParts } from '../parts.ts';
import type { SecretRecord } from '../records.ts';
import { assertDescription, assertName, mergeTags, readNewValue } from '../rules/input.ts';
import { newSuffix, secretArn } from '../secrets.ts';
import { addVersion, current } from '../versions.ts';

export function createSecret(
  parts: SecretsParts,
): Operation<Given<CreateSecretRequest>, CreateSecretResponse> {
  const { repository, clock } = parts;
  return (input, { accountId, region }) => {
    if (input.AddReplicaRegions !== undefined) throw notImplemented('Replicas of secrets');
    if (input.Type !== undefined) throw notImplemented('Secrets managed by partners');
    assertName(input.Name);
    assertDescription(input.Description);
    const added = readNewValue(input);
    const secret: SecretRecord = {
      accountId,
      region,
      name: input.Name,
      suffix: newSuffix(),
      description: input.Description,
      kmsKey: input.KmsKeyId === '' ? undefined : input.KmsKeyId,
      tags: mergeTags({}, input.Tags ?? []),
      createdMs: clock.now(),
      changedMs: clock.now(),
      accessedMs: undefined,
      deletedMs: undefined,
      deletionMs: undefined,
    };
    return repository.transaction(() => {
      repository.deleteSecretsBefore(clock.now());
      const existing = repository.findSecret(secret);
      if (existing?.deletionMs !== undefined) throw scheduledName();
      const madeIt =
        existing && added && repository.versionsOf(existing).find(({ id }) => id === added.token);
      if (existing && !madeIt) throw secretExists(secret.name);
      // The same request again: addVersion compares the value.
      const kept = existing ?? secret;
      if (!existing) repository.putSecret(secret);
      const version = added && addVersion(parts, kept, { ...added, stages: [current] });
      return { ARN: secretArn(kept), Name: kept.name, ...(version && { VersionId: version.id }) };
    });
  };
}
