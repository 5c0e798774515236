import type { _Object } from '@aws-sdk/client-s3';
import type { ObjectRecord } from './records.ts';
import { etagOf } from './writing.ts';

/** An object as listings show it. */
export function listedObject(object: ObjectRecord, encode: (text: string) => string): _Object {
  const { checksum, storageClass } = object.facts;
  return {
    Key: encode(object.key),
    LastModified: new Date(object.modifiedMs),
    ETag: etagOf(object),
    Size: object.size,
    StorageClass: storageClass as never,
    ...(checksum && { ChecksumAlgorithm: [checksum.algorithm], ChecksumType: checksum.type }),
  };
}
