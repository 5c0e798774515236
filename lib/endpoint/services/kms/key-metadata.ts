import type { KeyMetadata } from '@aws-sdk/client-kms';
import { keyArn, stateOf } from './keys.ts';
import { isManaged } from './managed-keys.ts';
import type { KmsParts } from './parts.ts';
import type { KeyRecord } from './records.ts';

export function keyMetadata(parts: Pick<KmsParts, 'repository'>, key: KeyRecord): KeyMetadata {
  const state = stateOf(key);
  return {
    AWSAccountId: key.accountId,
    KeyId: key.id,
    Arn: keyArn(key),
    CreationDate: new Date(key.createdMs),
    Enabled: state === 'Enabled',
    Description: key.description,
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: state,
    ...(key.deletionMs !== undefined && { DeletionDate: new Date(key.deletionMs) }),
    Origin: 'AWS_KMS',
    KeyManager: isManaged(parts, key) ? 'AWS' : 'CUSTOMER',
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    MultiRegion: false,
  };
}
