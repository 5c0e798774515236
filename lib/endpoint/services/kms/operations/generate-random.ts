import type { GenerateRandomRequest, GenerateRandomResponse } from '@aws-sdk/client-kms';
import { randomBytes } from 'node:crypto';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { outOfBounds } from '../errors.ts';

export function generateRandom(): Operation<Given<GenerateRandomRequest>, GenerateRandomResponse> {
  return (input) => {
    if (input.CustomKeyStoreId !== undefined) throw notImplemented('Custom key stores');
    if (input.Recipient !== undefined) throw notImplemented('Encryption to an attested recipient');
    const count = input.NumberOfBytes ?? 0;
    if (count < 1 || count > 1024) throw outOfBounds('numberOfBytes', 'Member must be between 1 and 1024');
    return { Plaintext: randomBytes(count) };
  };
}
