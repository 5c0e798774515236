import { ServiceError } from '../../../errors.ts';
import { invalidArgument, invalidRequest, notOffered, refused } from '../errors.ts';
import type { ObjectFacts } from '../records.ts';

const metadataBytesMax = 2048;
const keyBytesMax = 1024;

const headerMembers = [
  'CacheControl',
  'ContentDisposition',
  'ContentEncoding',
  'ContentLanguage',
  'ContentType',
  'WebsiteRedirectLocation',
  'ServerSideEncryption',
] as const;

type HeaderMember = (typeof headerMembers)[number];

export interface FactsInput extends Partial<Readonly<Record<HeaderMember, string | undefined>>> {
  readonly Expires?: Date | undefined;
  readonly Metadata?: Readonly<Record<string, string>> | undefined;
  readonly StorageClass?: string | undefined;
}

const storageClasses = new Set([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER_IR',
]);

/** What an object keeps of the request that puts it. Throws what AWS, or this endpoint, refuses. */
export function readFacts(input: FactsInput): ObjectFacts {
  assertOffered(input);
  const metadata = { ...input.Metadata };
  const bytes = Object.entries(metadata).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  );
  if (bytes > metadataBytesMax)
    throw refused('MetadataTooLarge', { Size: String(bytes), MaxSizeAllowed: String(metadataBytesMax) });
  const storageClass = input.StorageClass ?? 'STANDARD';
  if (storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE' || /^[A-Z]+_?EXPRESS/.test(storageClass))
    throw notOffered(`The storage class ${storageClass}`);
  if (!storageClasses.has(storageClass)) throw refused('InvalidStorageClass');
  const given = headerMembers.flatMap((name): [string, string][] => {
    const value = name === 'ContentEncoding' ? withoutFraming(input[name]) : input[name];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return {
    headers: { ContentType: 'binary/octet-stream', ...Object.fromEntries(given) },
    ...(input.Expires && { expiresMs: input.Expires.getTime() }),
    metadata,
    storageClass,
  };
}

/** `aws-chunked` is how the request was framed, not how the object is encoded. */
function withoutFraming(encoding: string | undefined): string | undefined {
  return encoding
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== 'aws-chunked')
    .join(',');
}

const aclsOfOwner = new Set(['private', 'bucket-owner-full-control', 'bucket-owner-read']);

/** Encryption, access lists and locks that cannot be kept are refused and not left out in silence. */
export function assertOffered(input: object): void {
  const members = input as Readonly<Record<string, unknown>>;
  const given = (pattern: RegExp) =>
    Object.keys(members).find((name) => pattern.test(name) && members[name] !== undefined);
  const customerKey = given(/^(CopySource)?SSECustomer/);
  if (customerKey !== undefined) throw notOffered(`Encryption with a key of the customer (${customerKey})`);
  const encryption = members.ServerSideEncryption;
  if ((encryption !== undefined && encryption !== 'AES256') || given(/^(SSEKMS|BucketKey)/) !== undefined)
    throw notOffered('Encryption of objects with AWS KMS');
  if (given(/^ObjectLock/) !== undefined) throw invalidRequest('Bucket is missing Object Lock Configuration');
  const { ACL: acl } = members;
  if (given(/^Grant/) !== undefined || (acl !== undefined && !aclsOfOwner.has(acl as string)))
    throw new ServiceError('AccessControlListNotSupported', 400, 'The bucket does not allow ACLs');
  if (members.WriteOffsetBytes !== undefined) throw notOffered('Appending to an object');
}

export function assertKey(key: string): void {
  const bytes = Buffer.byteLength(key);
  if (bytes > keyBytesMax)
    throw refused('KeyTooLongError', { Size: String(bytes), MaxSizeAllowed: String(keyBytesMax) });
}

/** A number of results: 1000 at most, and by default. */
export function readMax(value: number | undefined, name: string): number {
  if (value === undefined) return 1000;
  if (!Number.isInteger(value) || value < 0 || value > 2_147_483_647)
    throw invalidArgument(`Argument ${name} must be an integer between 0 and 2147483647`, {
      ArgumentName: name,
      ArgumentValue: String(value),
    });
  return Math.min(value, 1000);
}
