import type { CreateKeyRequest, CreateKeyResponse } from '@aws-sdk/client-kms';
import { randomBytes, randomUUID } from 'node:crypto';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { wrapMaterial } from '../cryptography.ts';
import { keyBytes } from '../envelope.ts';
import { outOfBounds } from '../errors.ts';
import { keyMetadata } from '../key-metadata.ts';
import type { KmsParts } from '../parts.ts';
import { mergeTags } from '../rules.ts';

export function createKey(parts: KmsParts): Operation<Given<CreateKeyRequest>, CreateKeyResponse> {
  const { repository, clock, rootKey } = parts;
  return (input, { accountId, region }) => {
    const spec = input.KeySpec ?? input.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
    if (spec !== 'SYMMETRIC_DEFAULT') throw notImplemented(`The key spec ${spec} of AWS KMS`);
    const { KeyUsage: usage = 'ENCRYPT_DECRYPT', Origin: origin = 'AWS_KMS' } = input;
    if (usage !== 'ENCRYPT_DECRYPT') throw notImplemented(`The key usage ${usage} of AWS KMS`);
    if (origin !== 'AWS_KMS') throw notImplemented(`Key material of the origin ${origin}`);
    if (input.MultiRegion) throw notImplemented('Multi-Region keys');
    if (input.Policy !== undefined) throw notImplemented('Key policies');
    const { Description: description = '' } = input;
    if (description.length > 8192)
      throw outOfBounds('description', 'Member must have length less than or equal to 8192');
    const facts = {
      accountId,
      region,
      id: randomUUID(),
      description,
      tags: mergeTags({}, input.Tags ?? []),
      isEnabled: true,
      createdMs: clock.now(),
      deletionMs: undefined,
    };
    const key = { ...facts, material: wrapMaterial(rootKey, facts, randomBytes(keyBytes)) };
    repository.transaction(() => repository.putKey(key));
    return { KeyMetadata: keyMetadata(parts, key) };
  };
}
