import { createHash } from 'node:crypto';
import { partitionOf } from '../../../../shared/arn.ts';
import type { ServiceCaller } from '../../deliveries/index.ts';
import { callerIdentity } from '../../sts/index.ts';
import type { RequestContext } from '../../service.ts';
import { encoderOf } from '../listing.ts';
import type { BucketRecord } from '../records.ts';
import type { EventName } from './settings.ts';

export function bucketArn({ region, name }: BucketRecord): string {
  return `arn:${partitionOf(region)}:s3:::${name}`;
}

/** What AWS calls `x-amz-id-2`. */
export function hostId(requestId: string): string {
  return createHash('sha512').update(requestId).digest('base64').slice(0, 76);
}

/** S3, for a function's resource policy. */
export function callerOf(bucket: BucketRecord): ServiceCaller {
  return { principal: 's3.amazonaws.com', sourceArn: bucketArn(bucket), sourceAccount: bucket.accountId };
}

/** What happened to an object. */
export interface ObjectEvent {
  readonly name: EventName;
  readonly key: string;
  /** Undefined where the bucket was never versioned. */
  readonly versionId?: string | undefined;
  readonly size?: number;
  readonly etag?: string;
}

export interface Occasion {
  readonly event: ObjectEvent;
  readonly bucket: BucketRecord;
  readonly context: RequestContext;
  readonly nowMs: number;
  /** Grows with every event of a key. */
  readonly sequencer: string;
}

const encode = encoderOf('url');

/** Events of tags have a younger version and no place in the order of others. */
function isTagging(name: EventName): boolean {
  return name.startsWith('s3:ObjectTagging:');
}

/** The document that functions, queues and topics get. */
export function eventRecord(occasion: Occasion, configurationId: string): string {
  const { event, bucket, context, nowMs, sequencer } = occasion;
  const isOfTags = isTagging(event.name);
  const record = {
    eventVersion: isOfTags ? '2.3' : '2.1',
    eventSource: 'aws:s3',
    awsRegion: bucket.region,
    eventTime: new Date(nowMs).toISOString(),
    eventName: event.name.slice('s3:'.length),
    userIdentity: { principalId: `AWS:${callerIdentity(context).userId}` },
    requestParameters: { sourceIPAddress },
    responseElements: { 'x-amz-request-id': context.requestId, 'x-amz-id-2': hostId(context.requestId) },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId,
      bucket: {
        name: bucket.name,
        ownerIdentity: { principalId: ownerPrincipal(bucket.accountId) },
        arn: bucketArn(bucket),
      },
      object: {
        key: encode(event.key),
        ...(event.size !== undefined && { size: event.size }),
        ...(event.etag !== undefined && { eTag: event.etag }),
        ...(event.versionId !== undefined && { versionId: event.versionId }),
        ...(!isOfTags && { sequencer }),
      },
    },
  };
  return JSON.stringify({ Records: [record] });
}

/** Requests come from this machine as far as a record tells. */
const sourceIPAddress = '127.0.0.1';

/** `A` and 13 more, always the same for an account. */
function ownerPrincipal(accountId: string): string {
  const digest = createHash('sha256').update(`s3-owner:${accountId}`).digest();
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return `A${Array.from(digest.subarray(0, 13), (byte) => alphabet.charAt(byte % 32)).join('')}`;
}

const busEvents: Readonly<
  Record<EventName, { readonly type: string; readonly reason: string; readonly deletion?: string }>
> = {
  's3:ObjectCreated:Put': { type: 'Object Created', reason: 'PutObject' },
  's3:ObjectCreated:Copy': { type: 'Object Created', reason: 'CopyObject' },
  's3:ObjectCreated:CompleteMultipartUpload': { type: 'Object Created', reason: 'CompleteMultipartUpload' },
  's3:ObjectRemoved:Delete': {
    type: 'Object Deleted',
    reason: 'DeleteObject',
    deletion: 'Permanently Deleted',
  },
  's3:ObjectRemoved:DeleteMarkerCreated': {
    type: 'Object Deleted',
    reason: 'DeleteObject',
    deletion: 'Delete Marker Created',
  },
  's3:ObjectTagging:Put': { type: 'Object Tags Added', reason: 'PutObjectTagging' },
  's3:ObjectTagging:Delete': { type: 'Object Tags Deleted', reason: 'DeleteObjectTagging' },
};

/**
 * What the default bus gets.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function busEvent(occasion: Occasion): { detailType: string; detail: string; resources: string[] } {
  const { event, bucket, context, sequencer } = occasion;
  const { type, reason, deletion } = busEvents[event.name];
  const isOfTags = isTagging(event.name);
  const detail = {
    version: '0',
    bucket: { name: bucket.name },
    object: {
      key: event.key,
      ...(event.size !== undefined && { size: event.size }),
      ...(event.etag !== undefined && { etag: event.etag }),
      ...(event.versionId !== undefined && { 'version-id': event.versionId }),
      ...(!isOfTags && { sequencer }),
    },
    'request-id': context.requestId,
    requester: context.accountId,
    'source-ip-address': sourceIPAddress,
    ...(!isOfTags && { reason }),
    ...(deletion !== undefined && { 'deletion-type': deletion }),
  };
  return { detailType: type, detail: JSON.stringify(detail), resources: [bucketArn(bucket)] };
}
