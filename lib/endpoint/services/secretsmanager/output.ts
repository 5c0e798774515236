import type { SecretListEntry } from '@aws-sdk/client-secrets-manager';
import type { SecretRecord } from './records.ts';
import { secretArn } from './secrets.ts';

export function tagList(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** What Describe and List have in common. */
export function secretOutput(secret: SecretRecord): Omit<SecretListEntry, 'SecretVersionsToStages'> {
  const { accessedMs, deletedMs } = secret;
  return {
    ARN: secretArn(secret),
    Name: secret.name,
    ...(secret.description !== undefined && { Description: secret.description }),
    ...(secret.kmsKey !== undefined && { KmsKeyId: secret.kmsKey }),
    LastChangedDate: new Date(secret.changedMs),
    ...(accessedMs !== undefined && { LastAccessedDate: new Date(accessedMs) }),
    ...(deletedMs !== undefined && { DeletedDate: new Date(deletedMs) }),
    ...(Object.keys(secret.tags).length > 0 && { Tags: tagList(secret.tags) }),
    CreatedDate: new Date(secret.createdMs),
  };
}
