import type { Database, SqlRow } from '../../store/database.ts';
import type { Checksum, ChecksumAlgorithm, ObjectFacts, PartRecord, Tags, UploadRecord } from './records.ts';
import type { From } from './repository-objects.ts';

interface UploadRow extends SqlRow {
  id: string;
  bucket_id: number;
  key: string;
  created_ms: number;
  facts: string;
  tags: string;
  checksum_algorithm: string | null;
  checksum_type: string | null;
}

interface PartRow extends SqlRow {
  number: number;
  blob: string;
  bytes: number;
  etag: string;
  checksum: string | null;
  modified_ms: number;
}

/** Multipart uploads and their parts. */
export function createUploadTables(database: Database) {
  return { ...uploadTable(database), ...partTable(database) };
}

function uploadTable(database: Database) {
  return {
    insertUpload(upload: UploadRecord): void {
      database
        .statement(
          `INSERT INTO s3_upload (id, bucket_id, key, created_ms, facts, tags, checksum_algorithm, checksum_type)
           VALUES (:id, :bucketId, :key, :createdMs, :facts, :tags, :checksumAlgorithm, :checksumType)`,
        )
        .run({
          ...upload,
          facts: JSON.stringify(upload.facts),
          tags: JSON.stringify(upload.tags),
          checksumAlgorithm: upload.checksumAlgorithm ?? null,
          checksumType: upload.checksumType ?? null,
        });
    },
    findUpload(bucketId: number, key: string, id: string): UploadRecord | undefined {
      const row = database
        .statement<UploadRow>(
          'SELECT * FROM s3_upload WHERE id = :id AND bucket_id = :bucketId AND key = :key',
        )
        .get({ bucketId, key, id });
      return row && toUpload(row);
    },
    hasUploads(bucketId: number): boolean {
      const sql = 'SELECT 1 FROM s3_upload WHERE bucket_id = :bucketId LIMIT 1';
      return database.statement(sql).get({ bucketId }) !== undefined;
    },
    /** With its parts; two statements. */
    deleteUpload(id: string): void {
      database.statement('DELETE FROM s3_upload_part WHERE upload_id = :id').run({ id });
      database.statement('DELETE FROM s3_upload WHERE id = :id').run({ id });
    },
    /** In the order of keys, then of ids; `afterId` goes on within the key of `from`. */
    pageOfUploads(bucketId: number, from: From, afterId: string, countMax: number): UploadRecord[] {
      return database
        .statement<UploadRow>(
          `SELECT * FROM s3_upload WHERE bucket_id = :bucketId AND key >= :key
             AND (:isIncluded = 1 OR key > :key OR (:afterId <> '' AND id > :afterId))
             AND (:below IS NULL OR key < :below)
           ORDER BY key, id LIMIT :countMax`,
        )
        .all({
          bucketId,
          key: from.key,
          isIncluded: from.isIncluded ? 1 : 0,
          below: from.below ?? null,
          afterId,
          countMax,
        })
        .map(toUpload);
    },
  };
}

function partTable(database: Database) {
  return {
    putPart(uploadId: string, part: PartRecord): void {
      database
        .statement(
          `INSERT INTO s3_upload_part (upload_id, number, blob, bytes, etag, checksum, modified_ms)
           VALUES (:uploadId, :number, :blob, :bytes, :etag, :checksum, :modifiedMs)
           ON CONFLICT DO UPDATE SET blob = excluded.blob, bytes = excluded.bytes, etag = excluded.etag,
             checksum = excluded.checksum, modified_ms = excluded.modified_ms`,
        )
        .run({ ...part, uploadId, checksum: part.checksum ?? null });
    },
    findPart(uploadId: string, number: number): PartRecord | undefined {
      const row = database
        .statement<PartRow>('SELECT * FROM s3_upload_part WHERE upload_id = :uploadId AND number = :number')
        .get({ uploadId, number });
      return row && toPart(row);
    },
    pageOfParts(uploadId: string, afterNumber: number, countMax: number): PartRecord[] {
      return database
        .statement<PartRow>(
          `SELECT * FROM s3_upload_part WHERE upload_id = :uploadId AND number > :afterNumber
           ORDER BY number LIMIT :countMax`,
        )
        .all({ uploadId, afterNumber, countMax })
        .map(toPart);
    },
  };
}

function toUpload(row: UploadRow): UploadRecord {
  return {
    id: row.id,
    bucketId: row.bucket_id,
    key: row.key,
    createdMs: row.created_ms,
    facts: JSON.parse(row.facts) as ObjectFacts,
    tags: JSON.parse(row.tags) as Tags,
    checksumAlgorithm: (row.checksum_algorithm as ChecksumAlgorithm | null) ?? undefined,
    checksumType: (row.checksum_type as Checksum['type'] | null) ?? undefined,
  };
}

function toPart(row: PartRow): PartRecord {
  return {
    number: row.number,
    blob: row.blob,
    bytes: row.bytes,
    etag: row.etag,
    checksum: row.checksum ?? undefined,
    modifiedMs: row.modified_ms,
  };
}
