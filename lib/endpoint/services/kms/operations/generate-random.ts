import type { GenerateRandomRequest, GenerateRandomResponse } from '@aws-sdk/client-kms';
import { randomBytes } from 'node:crypto';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { assertByteCount, validation } from '../errors.ts';

export function generateRandom(): Operation<Given<GenerateRandomRequest>, GenerateRandomResponse> {
  return (input) => {
    if (input.CustomKeyStoreId !== undefined) throw notImplemented('Custom key stores');
    if (input.Recipient !== undefined) throw notImplemented('Encryption to an attested recipient');
    const { NumberOfBytes: count } = input;
    if (count === undefined) throw validation('NumberOfBytes is required.');
    assertByteCount(count);
    return { Plaintext: randomBytes(count) };
  };
}
