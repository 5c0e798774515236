import type { DecryptRequest, DecryptResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../service.ts';
import { decryptWith } from '../cryptography.ts';
import { keyArn } from '../keys.ts';
import type { KmsParts } from '../parts.ts';
import { assertBytes, assertOffered, contextOf } from '../rules.ts';

export function decrypt(parts: KmsParts): Operation<DecryptRequest, DecryptResponse> {
  return (input, context) => {
    assertOffered(input);
    const sealed = input.CiphertextBlob ?? new Uint8Array();
    assertBytes(sealed, 'ciphertextBlob', 6144);
    const options = { context: contextOf(input), keyName: input.KeyId, place: context };
    const { key, plain } = decryptWith(parts, sealed, options);
    return { Plaintext: plain, KeyId: keyArn(key), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  };
}
