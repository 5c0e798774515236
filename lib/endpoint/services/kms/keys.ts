import { parseArn, partitionOf } from '../../../shared/arn.ts';
import {
  aliasNotFound,
  elsewhere,
  disabled,
  invalidArn,
  invalidKeyId,
  invalidState,
  keyNotFound,
} from './errors.ts';
import type { KmsParts } from './parts.ts';
import type { KeyPlace, KeyRecord } from './records.ts';

const prefix = ({ accountId, region }: KeyPlace) => `arn:${partitionOf(region)}:kms:${region}:${accountId}:`;

export function keyArn(key: Pick<KeyRecord, 'accountId' | 'region' | 'id'>): string {
  return `${prefix(key)}key/${key.id}`;
}

export function aliasArn(alias: KeyPlace & { readonly name: string }): string {
  return `${prefix(alias)}${alias.name}`;
}

const idPattern = /^(mrk-[\da-f]{32}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i;

type Finder = Pick<KmsParts, 'repository' | 'clock'>;

/** The key of an id, an alias, or the ARN of either. Of other accounts and Regions there is none. */
export function findKeyOrThrow({ repository, clock }: Finder, name: string, place: KeyPlace): KeyRecord {
  const parsed = name.startsWith('arn:') ? parseArn(name) : undefined;
  if (name.startsWith('arn:') && parsed?.service !== 'kms')
    throw invalidArn(`Invalid arn ${name.slice(0, 200)}`);
  const resource = parsed?.resource ?? (name.startsWith('alias/') ? name : `key/${name}`);
  if (parsed && parsed.region !== place.region) throw elsewhere(parsed.region);
  const isHere = !parsed || parsed.account === place.accountId;
  const aliasName = resource.startsWith('alias/') ? resource : undefined;
  const alias = aliasName !== undefined && isHere ? repository.findAlias(place, aliasName) : undefined;
  if (aliasName !== undefined && !alias)
    throw aliasNotFound(parsed ? name : aliasArn({ ...place, name: aliasName }));
  const id = alias?.keyId ?? resource.replace(/^key\//, '');
  if (!idPattern.test(id)) throw invalidKeyId(name.slice(0, 200));
  const key = isHere ? repository.findKey(place, id) : undefined;
  // A key whose time has come is gone, whether or not its row is.
  if (!key || (key.deletionMs !== undefined && key.deletionMs <= clock.now()))
    throw keyNotFound(parsed && aliasName === undefined ? name : keyArn({ ...place, id }));
  return key;
}

export function stateOf(key: KeyRecord): 'Enabled' | 'Disabled' | 'PendingDeletion' {
  if (key.deletionMs !== undefined) return 'PendingDeletion';
  return key.isEnabled ? 'Enabled' : 'Disabled';
}

/** For everything that uses the material. */
export function assertUsable(key: KeyRecord): void {
  assertNotPending(key);
  if (!key.isEnabled) throw disabled(keyArn(key));
}

export function assertNotPending(key: KeyRecord): void {
  if (key.deletionMs !== undefined) throw invalidState(keyArn(key), 'pending deletion');
}
