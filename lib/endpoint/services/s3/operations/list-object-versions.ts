import type { ListObjectVersionsOutput, ListObjectVersionsRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket, ownerOf } from '../bucket-access.ts';
import { invalidArgument } from '../errors.ts';
import { encoderOf, foldList } from '../listing.ts';
import { listedObject } from '../listed-object.ts';
import { assertVersionId } from '../object-access.ts';
import type { S3Parts } from '../parts.ts';
import { readMax } from '../rules/object-facts.ts';

export function listObjectVersions(
  parts: S3Parts,
): Operation<Given<ListObjectVersionsRequest>, ListObjectVersionsOutput> {
  const { repository } = parts;
  return (input, context) => {
    const bucket = findBucket(parts, input, context);
    const { Prefix: prefix = '', Delimiter: delimiter = '', KeyMarker: after = '' } = input;
    const { VersionIdMarker: versionMarker } = input;
    if (versionMarker !== undefined && after === '')
      throw invalidArgument('A version-id marker cannot be specified without a key marker.', {
        ArgumentName: 'version-id-marker',
        ArgumentValue: versionMarker,
      });
    assertVersionId(versionMarker);
    const encode = encoderOf(input.EncodingType);
    const countMax = readMax(input.MaxKeys, 'max-keys');
    const belowId =
      versionMarker === undefined ? undefined : repository.findVersion(bucket.id, after, versionMarker)?.id;
    const { items, prefixes, next } = foldList({ prefix, delimiter, countMax, after }, (from, max, isStart) =>
      repository.pageOfVersions(bucket.id, from, isStart ? belowId : undefined, max),
    );
    const facts = { Owner: ownerOf(bucket.accountId) };
    const shown = items.map((object) => ({
      object,
      entry: { ...facts, VersionId: object.versionId, IsLatest: object.isLatest },
    }));
    return {
      Name: bucket.name,
      Prefix: encode(prefix),
      KeyMarker: encode(after),
      VersionIdMarker: versionMarker ?? '',
      MaxKeys: countMax,
      IsTruncated: next !== undefined,
      ...(delimiter !== '' && { Delimiter: encode(delimiter) }),
      ...(input.EncodingType !== undefined && { EncodingType: input.EncodingType }),
      ...(next && { NextKeyMarker: encode(next.name) }),
      ...(next?.item && { NextVersionIdMarker: next.item.versionId }),
      Versions: shown
        .filter(({ object }) => !object.isMarker)
        .map(({ object, entry }) => ({
          ...listedObject(object, encode),
          ...entry,
          StorageClass: object.facts.storageClass as never,
        })),
      DeleteMarkers: shown
        .filter(({ object }) => object.isMarker)
        .map(({ object, entry }) => ({
          ...entry,
          Key: encode(object.key),
          LastModified: new Date(object.modifiedMs),
        })),
      CommonPrefixes: prefixes.map((name) => ({ Prefix: encode(name) })),
    };
  };
}
