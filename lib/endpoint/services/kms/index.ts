/**
 * AWS KMS: symmetric keys with aliases, as functions' variables and users' own envelopes need them.
 *
 * Gaps: asymmetric and HMAC keys, key policies, grants, rotation, imported material, custom key stores, multi-Region keys,
 * ReEncrypt; keys of other accounts and Regions.
 *
 * By design: encryption is AES-256-GCM under key material that never leaves. The material lies in the database, wrapped
 * by a root key in the data folder's `kms-root.key`, which only its owner can read: a copy of the folder holds both, so
 * this guards the database's file and not the folder. Ciphertext is bound to its key and encryption context, and is
 * another than AWS's: neither opens the other's. Every caller of the account may use every key. Keys managed by AWS
 * (`alias/aws/…`) come into being when their service first needs one; disabling, tagging or deleting them is refused, in
 * words that are unconfirmed.
 *
 * Client quirks: Decrypt finds the key in the ciphertext; a wrong one is told as InvalidCiphertextException without a
 * message. Every refusal has status 400, as recorded answers of AWS have, whatever the SDK's model says.
 */
import type { Store } from '../../store/database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import { createKeyDoor, type KeyDoor } from './key-door.ts';
import type { KmsParts } from './parts.ts';
import { createKmsRepository } from './repository.ts';
import { openRootKey } from './root-key.ts';

export type { KeyDoor } from './key-door.ts';

export interface KmsOptions {
  readonly store: Pick<Store, 'folder' | 'database'>;
  readonly clock: Clock;
}

export interface KmsService extends Service {
  readonly keys: KeyDoor;
}

/** Reads the root key, or makes it at the first start. */
export async function createKmsService({ store, clock }: KmsOptions): Promise<KmsService> {
  const rootKey = await openRootKey(store.folder);
  const parts: KmsParts = { repository: createKmsRepository(store.database), clock, rootKey };
  return { name: 'kms', operations: bindOperations(operations, parts), keys: createKeyDoor(parts) };
}
