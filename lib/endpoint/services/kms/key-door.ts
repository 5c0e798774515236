import type { EncryptionContext } from './cryptography.ts';
import { decryptWith, encryptWith } from './cryptography.ts';
import { findKeyOrThrow, keyArn } from './keys.ts';
import { managedKeyArn } from './managed-keys.ts';
import type { KmsParts } from './parts.ts';
import type { KeyPlace } from './records.ts';

/** Keys as other services of the endpoint use them, without the wire. Both throw KMS's own ServiceErrors. */
export interface KeyDoor {
  encrypt(place: KeyPlace, keyName: string, plain: Uint8Array, context: EncryptionContext): Uint8Array;
  decrypt(place: KeyPlace, sealed: Uint8Array, context: EncryptionContext): Uint8Array;
  /** The key's own ARN, for a name that may be an alias. */
  arnOf(place: KeyPlace, keyName: string): string;
  /** The ARN of the key that AWS manages for a service, e.g. `alias/aws/ssm`. */
  managedKey(
    place: KeyPlace,
    service: { readonly alias: `alias/aws/${string}`; readonly description: string },
  ): string;
}

export function createKeyDoor(parts: KmsParts): KeyDoor {
  return {
    encrypt: (place, keyName, plain, context) =>
      encryptWith(parts, findKeyOrThrow(parts, keyName, place), plain, context),
    decrypt: (place, sealed, context) =>
      decryptWith(parts, sealed, { context, keyName: undefined, place }).plain,
    arnOf: (place, keyName) => keyArn(findKeyOrThrow(parts, keyName, place)),
    managedKey: (place, service) => managedKeyArn(parts, place, service),
  };
}
