import { InvariantError } from '../../../shared/invariant.ts';
import { open, seal } from './envelope.ts';
import { incorrectKey, invalidCiphertext } from './errors.ts';
import { assertUsable, findKeyOrThrow, keyArn } from './keys.ts';
import type { KmsParts } from './parts.ts';
import type { KeyPlace, KeyRecord } from './records.ts';

export type EncryptionContext = Readonly<Record<string, string>>;

/** Begins every ciphertext: our format's version. */
const format = 1;
const idBytes = 36;

const bindingOf = (key: Pick<KeyRecord, 'accountId' | 'region' | 'id'>): Buffer => Buffer.from(keyArn(key));

export function wrapMaterial(
  rootKey: Uint8Array,
  key: Omit<KeyRecord, 'material'>,
  material: Uint8Array,
): Uint8Array {
  return seal(rootKey, material, bindingOf(key));
}

function materialOf({ rootKey }: Pick<KmsParts, 'rootKey'>, key: KeyRecord): Uint8Array {
  const material = open(rootKey, key.material, bindingOf(key));
  if (!material)
    throw new InvariantError(`The material of ${keyArn(key)} cannot be opened with the root key`);
  return material;
}

/** Ciphertext is bound to its key and to the context, whose order does not count. */
function bound(key: KeyRecord, context: EncryptionContext): Buffer {
  const sorted = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Buffer.from(JSON.stringify([keyArn(key), sorted]));
}

/** The ciphertext names its key. */
export function encryptWith(
  parts: Pick<KmsParts, 'rootKey'>,
  key: KeyRecord,
  plain: Uint8Array,
  context: EncryptionContext,
): Buffer {
  assertUsable(key);
  const head = Buffer.concat([Buffer.from([format]), Buffer.from(key.id.padEnd(idBytes))]);
  return Buffer.concat([head, seal(materialOf(parts, key), plain, bound(key, context))]);
}

/** Throws InvalidCiphertextException, IncorrectKeyException, or what the key's state forbids. */
export function decryptWith(
  parts: KmsParts,
  sealed: Uint8Array,
  options: {
    readonly context: EncryptionContext;
    readonly keyName: string | undefined;
    readonly place: KeyPlace;
  },
): { readonly key: KeyRecord; readonly plain: Buffer } {
  const { context, keyName, place } = options;
  if (sealed[0] !== format || sealed.length <= 1 + idBytes) throw invalidCiphertext();
  const id = Buffer.from(sealed.subarray(1, 1 + idBytes))
    .toString()
    .trimEnd();
  const found = parts.repository.findKey(place, id);
  if (!found) throw invalidCiphertext();
  if (keyName !== undefined && findKeyOrThrow(parts, keyName, place).id !== id) throw incorrectKey();
  const key = findKeyOrThrow(parts, id, place);
  assertUsable(key);
  const plain = open(materialOf(parts, key), sealed.subarray(1 + idBytes), bound(key, context));
  if (!plain) throw invalidCiphertext();
  return { key, plain };
}
