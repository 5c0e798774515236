import type { GenerateDataKeyRequest, GenerateDataKeyResponse } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { encryptWith } from '../cryptography.ts';
import { newDataKey } from '../data-keys.ts';
import { findKeyOrThrow, keyArn } from '../keys.ts';
import type { KmsParts } from '../parts.ts';
import { assertOffered, contextOf } from '../rules.ts';

export function generateDataKey(
  parts: KmsParts,
): Operation<Given<GenerateDataKeyRequest>, GenerateDataKeyResponse> {
  return (input, context) => {
    assertOffered(input);
    const key = findKeyOrThrow(parts, input.KeyId, context);
    const plain = newDataKey(input);
    return {
      Plaintext: plain,
      CiphertextBlob: encryptWith(parts, key, plain, contextOf(input)),
      KeyId: keyArn(key),
    };
  };
}
