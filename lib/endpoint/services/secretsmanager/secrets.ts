import { randomBytes } from 'node:crypto';
import { parseArn, partitionOf } from '../../../shared/arn.ts';
import { markedForDeletion, secretNotFound } from './errors.ts';
import type { SecretsParts } from './parts.ts';
import type { SecretPlace, SecretRecord } from './records.ts';
import { assertNameCharacters } from './rules/input.ts';

export function secretArn(secret: Pick<SecretRecord, 'accountId' | 'region' | 'name' | 'suffix'>): string {
  const { region, accountId, name, suffix } = secret;
  return `arn:${partitionOf(region)}:secretsmanager:${region}:${accountId}:secret:${name}-${suffix}`;
}

const suffixCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function newSuffix(): string {
  return [...randomBytes(6)].map((byte) => suffixCharacters.charAt(byte % suffixCharacters.length)).join('');
}

type Finder = Pick<SecretsParts, 'repository' | 'clock'>;

/** The secret of a name, an ARN, or an ARN without its last six characters. Of other accounts and Regions there is none. */
export function findSecretOrThrow(
  { repository, clock }: Finder,
  id: string,
  place: SecretPlace,
): SecretRecord {
  const { accountId, region } = place;
  const arn = parseArn(id);
  if (!arn) assertNameCharacters(id);
  const isElsewhere =
    arn && (arn.account !== accountId || arn.region !== region || arn.service !== 'secretsmanager');
  if (isElsewhere) throw secretNotFound();
  const named = arn ? arn.resource.replace(/^secret:/, '') : id;
  const whole = repository.findSecret({ accountId, region, name: named });
  const secret = whole ?? (arn && repository.findSecret({ accountId, region, name: named.slice(0, -7) }));
  if (!secret || (!whole && secretArn(secret) !== id)) throw secretNotFound();
  // A secret whose time has come is gone, whether or not its row is.
  if (secret.deletionMs !== undefined && secret.deletionMs <= clock.now()) throw secretNotFound();
  return secret;
}

/** For everything that a deleted secret is kept from. */
export function findLiveSecretOrThrow(finder: Finder, id: string, place: SecretPlace): SecretRecord {
  const secret = findSecretOrThrow(finder, id, place);
  if (secret.deletionMs !== undefined) throw markedForDeletion();
  return secret;
}
