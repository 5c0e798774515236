import type { NotificationSettings } from './notifications/settings.ts';

export type Versioning = 'Unversioned' | 'Enabled' | 'Suspended';

/** A bucket as the endpoint keeps it. */
export interface BucketRecord {
  readonly id: number;
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  readonly createdMs: number;
  readonly versioning: Versioning;
  readonly tags: Tags | undefined;
  readonly notifications: NotificationSettings | undefined;
}

export type Tags = Readonly<Record<string, string>>;

export type ChecksumAlgorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256' | 'SHA512' | 'MD5';

export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** In base64; that of parts ends in their number. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

/** What an object answers with beside its bytes; names are those of the SDK's members. */
export interface ObjectFacts {
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresMs?: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly storageClass: string;
  readonly checksum?: Checksum;
}

/** A blob that is one stretch of an object. */
export interface Piece {
  readonly blob: string;
  readonly bytes: number;
}

export interface NewObject {
  readonly size: number;
  /** Without the quotes around it. */
  readonly etag: string;
  readonly modifiedMs: number;
  readonly facts: ObjectFacts;
  readonly tags: Tags;
}

/** One version of an object, or a delete marker. */
export interface ObjectRecord extends NewObject {
  readonly id: number;
  readonly bucketId: number;
  readonly key: string;
  /** `null` where the bucket was not versioned when it was put. */
  readonly versionId: string;
  readonly isLatest: boolean;
  readonly isMarker: boolean;
}

export interface UploadRecord {
  readonly id: string;
  readonly bucketId: number;
  readonly key: string;
  readonly createdMs: number;
  readonly facts: ObjectFacts;
  readonly tags: Tags;
  readonly checksumAlgorithm: ChecksumAlgorithm | undefined;
  readonly checksumType: Checksum['type'] | undefined;
}

export interface PartRecord extends Piece {
  readonly number: number;
  readonly etag: string;
  readonly checksum: string | undefined;
  readonly modifiedMs: number;
}
