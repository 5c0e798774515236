import { notImplemented, ServiceError } from '../../errors.ts';

type Members = Record<string, unknown>;

export function noSuchBucket(BucketName: string): ServiceError {
  return new ServiceError('NoSuchBucket', 404, 'The specified bucket does not exist', { BucketName });
}

export function noSuchKey(Key: string, headers: Record<string, string> = {}): ServiceError {
  return new ServiceError('NoSuchKey', 404, 'The specified key does not exist.', { Key }, headers);
}

export function noSuchVersion(Key: string, VersionId: string): ServiceError {
  return new ServiceError('NoSuchVersion', 404, 'The specified version does not exist.', { Key, VersionId });
}

export function noSuchUpload(UploadId: string): ServiceError {
  return new ServiceError(
    'NoSuchUpload',
    404,
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { UploadId },
  );
}

/** The version asked for is a delete marker. */
export function methodNotAllowed(method: string, headers: Record<string, string>): ServiceError {
  return new ServiceError(
    'MethodNotAllowed',
    405,
    'The specified method is not allowed against this resource.',
    { Method: method, ResourceType: 'DeleteMarker' },
    headers,
  );
}

export function invalidBucketName(BucketName: string): ServiceError {
  return new ServiceError('InvalidBucketName', 400, 'The specified bucket is not valid.', { BucketName });
}

export function bucketAlreadyOwnedByYou(BucketName: string): ServiceError {
  return new ServiceError(
    'BucketAlreadyOwnedByYou',
    409,
    'Your previous request to create the named bucket succeeded and you already own it.',
    { BucketName },
  );
}

export function bucketAlreadyExists(BucketName: string): ServiceError {
  return new ServiceError(
    'BucketAlreadyExists',
    409,
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
    { BucketName },
  );
}

export function bucketNotEmpty(BucketName: string, isVersioned: boolean): ServiceError {
  return new ServiceError(
    'BucketNotEmpty',
    409,
    isVersioned
      ? 'The bucket you tried to delete is not empty. You must delete all versions in the bucket.'
      : 'The bucket you tried to delete is not empty',
    { BucketName },
  );
}

export function accessDenied(): ServiceError {
  return new ServiceError('AccessDenied', 403, 'Access Denied');
}

export function permanentRedirect(Bucket: string, region: string): ServiceError {
  return new ServiceError(
    'PermanentRedirect',
    301,
    'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
    { Endpoint: `${Bucket}.s3.${region}.amazonaws.com`, Bucket },
    { 'x-amz-bucket-region': region },
  );
}

export function invalidArgument(message: string, members: Members = {}): ServiceError {
  return new ServiceError('InvalidArgument', 400, message, members);
}

export function invalidRequest(message: string): ServiceError {
  return new ServiceError('InvalidRequest', 400, message);
}

export function malformedXml(): ServiceError {
  return new ServiceError(
    'MalformedXML',
    400,
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

/** Refusals of a write that name nothing but themselves. */
export function refused(code: keyof typeof plainMessages, members: Members = {}): ServiceError {
  const [status, message] = plainMessages[code];
  return new ServiceError(code, status, message, members);
}

const plainMessages = {
  BadDigest: [400, 'The Content-MD5 you specified did not match what we received.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed size'],
  EntityTooSmall: [400, 'Your proposed upload is smaller than the minimum allowed size'],
  IncompleteBody: [
    400,
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  ],
  InvalidDigest: [400, 'The Content-MD5 you specified was invalid.'],
  InvalidPart: [
    400,
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
  ],
  InvalidPartOrder: [
    400,
    'The list of parts was not in ascending order. Parts must be ordered by part number.',
  ],
  InvalidRange: [416, 'The requested range is not satisfiable'],
  InvalidStorageClass: [400, 'The storage class you specified is not valid'],
  KeyTooLongError: [400, 'Your key is too long'],
  MetadataTooLarge: [400, 'Your metadata headers exceed the maximum allowed metadata size'],
  MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
  NoSuchTagSet: [404, 'The TagSet does not exist'],
  PreconditionFailed: [412, 'At least one of the pre-conditions you specified did not hold'],
  TooManyBuckets: [400, 'You have attempted to create more buckets than allowed'],
  XAmzContentSHA256Mismatch: [
    400,
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  ],
} as const;

export function notModified(headers: Record<string, string>): ServiceError {
  return new ServiceError('NotModified', 304, 'Not Modified', {}, headers);
}

export function invalidTag(message: string): ServiceError {
  return new ServiceError('InvalidTag', 400, message);
}

/** A header or member that this endpoint has no meaning for: said, not ignored. */
export function notOffered(what: string): ServiceError {
  return notImplemented(what);
}
