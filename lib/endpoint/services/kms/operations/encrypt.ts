import type { EncryptRequest, EncryptResponse } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { encryptWith } from '../cryptography.ts';
import { findKeyOrThrow, keyArn } from '../keys.ts';
import type { KmsParts } from '../parts.ts';
import { assertBytes, assertOffered, contextOf } from '../rules.ts';

export function encrypt(parts: KmsParts): Operation<Given<EncryptRequest>, EncryptResponse> {
  return (input, context) => {
    assertOffered(input);
    assertBytes(input.Plaintext, 'plaintext', 4096);
    const key = findKeyOrThrow(parts, input.KeyId, context);
    return {
      CiphertextBlob: encryptWith(parts, key, input.Plaintext, contextOf(input)),
      KeyId: keyArn(key),
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    };
  };
}
