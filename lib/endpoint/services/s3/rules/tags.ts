import type { Tag } from '@aws-sdk/client-s3';
import { invalidArgument, invalidTag, malformedXml } from '../errors.ts';
import type { Tags } from '../records.ts';

export const bucketTagsMax = 50;
export const objectTagsMax = 10;

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tags of a request. Throws InvalidTag, in AWS's words. */
export function readTags(tags: readonly Tag[] | undefined, countMax: number): Tags {
  if (!tags) throw malformedXml();
  const result: Record<string, string> = {};
  for (const { Key: key = '', Value: value = '' } of tags) {
    if (Object.hasOwn(result, key)) throw invalidTag('Cannot provide multiple Tags with the same key');
    assertTag(key, value);
    result[key] = value;
  }
  if (tags.length > countMax) {
    throw countMax === objectTagsMax
      ? invalidTag(`Object tags cannot be greater than ${countMax}`)
      : invalidTag(`Bucket tag count cannot be greater than ${countMax}`);
  }
  return result;
}

function assertTag(key: string, value: string): void {
  if (key.length < 1 || key.length > 128 || !allowed.test(key))
    throw invalidTag('The TagKey you have provided is invalid');
  if (value.length > 256 || !allowed.test(value))
    throw invalidTag('The TagValue you have provided is invalid');
  if (/^aws:/i.test(key)) throw invalidTag('System tags cannot be added/updated by requester');
}

/** Of the header `x-amz-tagging`, a query string. */
export function readTagHeader(text: string | undefined): Tags {
  if (text === undefined || text === '') return {};
  const pairs = [...new URLSearchParams(text)].map(([Key, Value]) => ({ Key, Value }));
  if (pairs.some(({ Key }) => Key === '')) {
    throw invalidArgument(
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
      { ArgumentName: 'x-amz-tagging', ArgumentValue: text.slice(0, 200) },
    );
  }
  return readTags(pairs, objectTagsMax);
}

export function tagsOutput(tags: Tags): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
