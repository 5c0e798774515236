import type { GetSecretValueResponse } from '@aws-sdk/client-secrets-manager';
import type { SecretsParts } from './parts.ts';
import type { SecretPlace } from './records.ts';
import { findLiveSecretOrThrow, secretArn } from './secrets.ts';
import { findVersionOrThrow, openVersion } from './versions.ts';

const dayMs = 86_400_000;

/** A value, decrypted; the day of the read is noted, once a day. */
export function readSecret(
  parts: SecretsParts,
  place: SecretPlace,
  by: { readonly secret: string; readonly id?: string | undefined; readonly stage?: string | undefined },
): GetSecretValueResponse {
  const { repository, clock } = parts;
  const secret = findLiveSecretOrThrow(parts, by.secret, place);
  const version = findVersionOrThrow(parts, secret, by);
  const bytes = openVersion(parts, secret, version);
  const today = Math.floor(clock.now() / dayMs) * dayMs;
  if (secret.accessedMs !== today || version.accessedMs !== today) {
    repository.transaction(() => {
      repository.putSecret({ ...secret, accessedMs: today });
      repository.putVersion(secret, { ...version, accessedMs: today });
    });
  }
  return {
    ARN: secretArn(secret),
    Name: secret.name,
    VersionId: version.id,
    ...(version.isBinary ? { SecretBinary: bytes } : { SecretString: Buffer.from(bytes).toString() }),
    VersionStages: [...version.stages],
    CreatedDate: new Date(version.createdMs),
  };
}
