import { ServiceError } from '../../errors.ts';
import {
  decryptionFailure,
  encryptionFailure,
  invalidRequest,
  limitExceeded,
  tokenInUse,
  valueNotFound,
} from './errors.ts';
import type { SecretsParts } from './parts.ts';
import type { SecretRecord, SecretValue, VersionRecord } from './records.ts';
import { secretArn } from './secrets.ts';

export const current = 'AWSCURRENT';
export const previous = 'AWSPREVIOUS';
const versionsMax = 100;

/** What the ciphertext is bound to, as on AWS. */
const contextOf = (secret: SecretRecord, versionId: string) => ({
  SecretARN: secretArn(secret),
  SecretVersionId: versionId,
});

const managed = {
  alias: 'alias/aws/secretsmanager',
  description: 'Default key that protects my Secrets Manager data when no other key is defined',
} as const;

/** The key that a secret's values are encrypted with. Throws EncryptionFailure for one that cannot be used. */
function seal({ keys }: SecretsParts, secret: SecretRecord, id: string, bytes: Uint8Array) {
  try {
    const key = secret.kmsKey ?? keys.managedKey(secret, managed);
    return {
      keyArn: keys.arnOf(secret, key),
      sealed: keys.encrypt(secret, key, bytes, contextOf(secret, id)),
    };
  } catch (error) {
    if (error instanceof ServiceError) throw encryptionFailure(error);
    throw error;
  }
}

/** The key of a version as AWS lists it: its own by a fixed name, others by ARN. */
export function listedKey({ keys }: SecretsParts, secret: SecretRecord, version: VersionRecord): string {
  // Asked of secrets under AWS's key alone: the question brings the key into being.
  const isDefault = secret.kmsKey === undefined && keys.managedKey(secret, managed) === version.keyArn;
  return isDefault ? 'DefaultEncryptionKey' : version.keyArn;
}

/** Throws DecryptionFailure when KMS refuses. */
export function openVersion(
  { keys }: SecretsParts,
  secret: SecretRecord,
  version: VersionRecord,
): Uint8Array {
  try {
    return keys.decrypt(secret, version.sealed, contextOf(secret, version.id));
  } catch (error) {
    if (error instanceof ServiceError) throw decryptionFailure(error);
    throw error;
  }
}

export interface NewVersion {
  readonly token: string;
  readonly value: SecretValue;
  readonly stages: readonly string[];
}

/**
 * Adds a version, or finds the one that the same token made: then the value must be the same too. Called inside of a
 * transaction; the secret's row is there.
 */
export function addVersion(parts: SecretsParts, secret: SecretRecord, added: NewVersion): VersionRecord {
  const { repository, clock } = parts;
  const versions = repository.versionsOf(secret);
  const id = added.token;
  const same = versions.find((version) => version.id === id);
  if (same) {
    const isEqual =
      same.isBinary === added.value.isBinary &&
      Buffer.compare(openVersion(parts, secret, same), added.value.bytes) === 0;
    if (!isEqual) throw tokenInUse(id, secretArn(secret));
    return same;
  }
  makeRoom(parts, secret, versions);
  const stages = versions.length === 0 ? [...new Set([...added.stages, current])] : added.stages;
  const facts = { id, isBinary: added.value.isBinary, createdMs: clock.now(), accessedMs: undefined };
  const version = { ...facts, ...seal(parts, secret, id, added.value.bytes), stages: [] };
  repository.putVersion(secret, version);
  for (const stage of stages) moveStage(parts, secret, stage, id);
  return { ...version, stages };
}

/** Versions without a stage are the ones that AWS takes away, too. */
function makeRoom(
  { repository }: SecretsParts,
  secret: SecretRecord,
  versions: readonly VersionRecord[],
): void {
  if (versions.length < versionsMax) return;
  const oldest = versions.findLast((version) => version.stages.length === 0);
  if (!oldest)
    throw limitExceeded(
      `A secret can have at most ${versionsMax} versions, and each of them has a staging label.`,
    );
  repository.deleteVersion(secret, oldest.id);
}

/** Gives a stage to one version, or to none, and takes it from the other; what was current becomes the previous one. */
export function moveStage(
  parts: Pick<SecretsParts, 'repository'>,
  secret: SecretRecord,
  stage: string,
  toId: string | undefined,
): void {
  const { repository } = parts;
  const versions = repository.versionsOf(secret);
  const from = versions.find(({ stages }) => stages.includes(stage));
  if (from?.id === toId) return;
  if (from) {
    const stages = from.stages.filter((other) => other !== stage);
    repository.putVersion(secret, { ...from, stages });
    if (stage === current) moveStage(parts, secret, previous, from.id);
  }
  const to = repository.versionsOf(secret).find(({ id }) => id === toId);
  if (to) repository.putVersion(secret, { ...to, stages: [...to.stages, stage] });
}

/** After a change of the key: values that a stage names are encrypted anew, as on AWS. */
export function resealVersions(parts: SecretsParts, before: SecretRecord, after: SecretRecord): void {
  for (const version of parts.repository.versionsOf(before)) {
    if (version.stages.length === 0) continue;
    const bytes = openVersion(parts, before, version);
    parts.repository.putVersion(after, { ...version, ...seal(parts, after, version.id, bytes) });
  }
}

/** By id, by stage, or both, which then must mean the same; else the current one. */
export function findVersionOrThrow(
  { repository }: Pick<SecretsParts, 'repository'>,
  secret: SecretRecord,
  by: { readonly id?: string | undefined; readonly stage?: string | undefined },
): VersionRecord {
  const stage = by.stage ?? (by.id === undefined ? current : undefined);
  const version = repository
    .versionsOf(secret)
    .find(
      ({ id, stages }) =>
        (by.id === undefined || id === by.id) && (stage === undefined || stages.includes(stage)),
    );
  if (version) return version;
  const { id, stage: wanted } = by;
  if (
    wanted !== undefined &&
    id !== undefined &&
    repository.versionsOf(secret).some((other) => other.id === id)
  )
    throw invalidRequest('You provided a VersionStage that is not associated to the provided VersionId.');
  throw valueNotFound(by.id === undefined ? `staging label: ${stage ?? current}` : `VersionId: ${by.id}`);
}
