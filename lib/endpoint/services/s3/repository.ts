import type { Database, SqlRow } from '../../store/database.ts';
import type { NotificationSettings } from './notifications/settings.ts';
import type { BucketRecord, Tags, Versioning } from './records.ts';
import { createObjectTables } from './repository-objects.ts';
import { createUploadTables } from './repository-uploads.ts';

interface BucketRow extends SqlRow {
  id: number;
  account_id: string;
  region: string;
  name: string;
  created_ms: number;
  versioning: string;
  tags: string | null;
  notifications: string | null;
}

export type S3Repository = ReturnType<typeof createS3Repository>;

/** S3's tables. Every method is one statement unless it says otherwise; callers put several in one transaction. */
export function createS3Repository(database: Database) {
  return {
    ...bucketTable(database),
    ...createObjectTables(database),
    ...createUploadTables(database),
    isBlobInUse(blob: string): boolean {
      return (
        database.statement('SELECT 1 FROM s3_piece WHERE blob = :blob LIMIT 1').get({ blob }) !== undefined ||
        database.statement('SELECT 1 FROM s3_upload_part WHERE blob = :blob LIMIT 1').get({ blob }) !==
          undefined
      );
    },
  };
}

function bucketTable(database: Database) {
  return {
    findBucket(name: string): BucketRecord | undefined {
      const row = database.statement<BucketRow>('SELECT * FROM s3_bucket WHERE name = :name').get({ name });
      return row && toBucket(row);
    },
    insertBucket(bucket: Pick<BucketRecord, 'accountId' | 'region' | 'name' | 'createdMs' | 'tags'>): void {
      database
        .statement(
          `INSERT INTO s3_bucket (account_id, region, name, created_ms, versioning, tags, notifications)
           VALUES (:accountId, :region, :name, :createdMs, 'Unversioned', :tags, NULL)`,
        )
        .run({ ...bucket, tags: bucket.tags ? JSON.stringify(bucket.tags) : null });
    },
    deleteBucket(id: number): void {
      database.statement('DELETE FROM s3_bucket WHERE id = :id').run({ id });
    },
    countBuckets(accountId: string): number {
      return (
        database
          .statement<{ n: number }>('SELECT count(*) AS n FROM s3_bucket WHERE account_id = :accountId')
          .get({ accountId })?.n ?? 0
      );
    },
    pageOfBuckets(
      accountId: string,
      page: { after: string; prefix: string; region: string | null; countMax: number },
    ): BucketRecord[] {
      return database
        .statement<BucketRow>(
          `SELECT * FROM s3_bucket WHERE account_id = :accountId AND name > :after
             AND substr(name, 1, length(:prefix)) = :prefix AND (:region IS NULL OR region = :region)
           ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, ...page })
        .map(toBucket);
    },
    setVersioning(id: number, versioning: Versioning): void {
      database
        .statement('UPDATE s3_bucket SET versioning = :versioning WHERE id = :id')
        .run({ id, versioning });
    },
    setBucketTags(id: number, tags: Tags | undefined): void {
      database
        .statement('UPDATE s3_bucket SET tags = :tags WHERE id = :id')
        .run({ id, tags: tags ? JSON.stringify(tags) : null });
    },
    setNotifications(id: number, notifications: NotificationSettings): void {
      database
        .statement('UPDATE s3_bucket SET notifications = :notifications WHERE id = :id')
        .run({ id, notifications: JSON.stringify(notifications) });
    },
  };
}

function toBucket(row: BucketRow): BucketRecord {
  return {
    id: row.id,
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    createdMs: row.created_ms,
    versioning: row.versioning as Versioning,
    tags: row.tags === null ? undefined : (JSON.parse(row.tags) as Tags),
    notifications:
      row.notifications === null ? undefined : (JSON.parse(row.notifications) as NotificationSettings),
  };
}
