// Written by lib/tools/generate-operations.ts; do not edit.
import { abortMultipartUpload } from '../operations/abort-multipart-upload.ts';
import { completeMultipartUpload } from '../operations/complete-multipart-upload.ts';
import { copyObject } from '../operations/copy-object.ts';
import { createBucket } from '../operations/create-bucket.ts';
import { createMultipartUpload } from '../operations/create-multipart-upload.ts';
import { deleteBucketTagging } from '../operations/delete-bucket-tagging.ts';
import { deleteBucket } from '../operations/delete-bucket.ts';
import { deleteObjectTagging } from '../operations/delete-object-tagging.ts';
import { deleteObject } from '../operations/delete-object.ts';
import { deleteObjects } from '../operations/delete-objects.ts';
import { getBucketLocation } from '../operations/get-bucket-location.ts';
import { getBucketNotificationConfiguration } from '../operations/get-bucket-notification-configuration.ts';
import { getBucketTagging } from '../operations/get-bucket-tagging.ts';
import { getBucketVersioning } from '../operations/get-bucket-versioning.ts';
import { getObjectTagging } from '../operations/get-object-tagging.ts';
import { getObject } from '../operations/get-object.ts';
import { headBucket } from '../operations/head-bucket.ts';
import { headObject } from '../operations/head-object.ts';
import { listBuckets } from '../operations/list-buckets.ts';
import { listMultipartUploads } from '../operations/list-multipart-uploads.ts';
import { listObjectVersions } from '../operations/list-object-versions.ts';
import { listObjectsV2 } from '../operations/list-objects-v2.ts';
import { listObjects } from '../operations/list-objects.ts';
import { listParts } from '../operations/list-parts.ts';
import { putBucketNotificationConfiguration } from '../operations/put-bucket-notification-configuration.ts';
import { putBucketTagging } from '../operations/put-bucket-tagging.ts';
import { putBucketVersioning } from '../operations/put-bucket-versioning.ts';
import { putObjectTagging } from '../operations/put-object-tagging.ts';
import { putObject } from '../operations/put-object.ts';
import { uploadPartCopy } from '../operations/upload-part-copy.ts';
import { uploadPart } from '../operations/upload-part.ts';

export const operations = {
  AbortMultipartUpload: abortMultipartUpload,
  CompleteMultipartUpload: completeMultipartUpload,
  CopyObject: copyObject,
  CreateBucket: createBucket,
  CreateMultipartUpload: createMultipartUpload,
  DeleteBucketTagging: deleteBucketTagging,
  DeleteBucket: deleteBucket,
  DeleteObjectTagging: deleteObjectTagging,
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  GetBucketLocation: getBucketLocation,
  GetBucketNotificationConfiguration: getBucketNotificationConfiguration,
  GetBucketTagging: getBucketTagging,
  GetBucketVersioning: getBucketVersioning,
  GetObjectTagging: getObjectTagging,
  GetObject: getObject,
  HeadBucket: headBucket,
  HeadObject: headObject,
  ListBuckets: listBuckets,
  ListMultipartUploads: listMultipartUploads,
  ListObjectVersions: listObjectVersions,
  ListObjectsV2: listObjectsV2,
  ListObjects: listObjects,
  ListParts: listParts,
  PutBucketNotificationConfiguration: putBucketNotificationConfiguration,
  PutBucketTagging: putBucketTagging,
  PutBucketVersioning: putBucketVersioning,
  PutObjectTagging: putObjectTagging,
  PutObject: putObject,
  UploadPartCopy: uploadPartCopy,
  UploadPart: uploadPart,
};
