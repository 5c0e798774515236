import type {
  GenerateDataKeyWithoutPlaintextRequest,
  GenerateDataKeyWithoutPlaintextResponse,
} from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { encryptWith } from '../cryptography.ts';
import { newDataKey } from '../data-keys.ts';
import { findKeyOrThrow, keyArn } from '../keys.ts';
import type { KmsParts } from '../parts.ts';
import { assertOffered, contextOf } from '../rules.ts';

export function generateDataKeyWithoutPlaintext(
  parts: KmsParts,
): Operation<Given<GenerateDataKeyWithoutPlaintextRequest>, GenerateDataKeyWithoutPlaintextResponse> {
  return (input, context) => {
    assertOffered(input);
    const key = findKeyOrThrow(parts, input.KeyId, context);
    return {
      CiphertextBlob: encryptWith(parts, key, newDataKey(input), contextOf(input)),
      KeyId: keyArn(key),
    };
  };
}
