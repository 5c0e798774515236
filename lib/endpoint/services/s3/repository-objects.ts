import type { Database, SqlRow } from '../../store/database.ts';
import type { NewObject, ObjectFacts, ObjectRecord, Piece, Tags } from './records.ts';

interface ObjectRow extends SqlRow {
  id: number;
  bucket_id: number;
  key: string;
  version_id: string;
  is_latest: number;
  is_marker: number;
  size: number;
  etag: string;
  modified_ms: number;
  facts: string;
  tags: string;
}

interface PieceRow extends SqlRow {
  blob: string;
  bytes: number;
}

/** Where a listing goes on. */
export interface From {
  readonly key: string;
  /** Whether that key itself may come. */
  readonly isIncluded: boolean;
  /** Keys from this on are no longer wanted. */
  readonly below: string | undefined;
}

/** Objects, their versions and their bytes. */
export function createObjectTables(database: Database) {
  return { ...reads(database), ...writes(database) };
}

function reads(database: Database) {
  return {
    findLatest(bucketId: number, key: string): ObjectRecord | undefined {
      const row = database
        .statement<ObjectRow>(
          'SELECT * FROM s3_object WHERE bucket_id = :bucketId AND key = :key AND is_latest = 1',
        )
        .get({ bucketId, key });
      return row && toObject(row);
    },
    findVersion(bucketId: number, key: string, versionId: string): ObjectRecord | undefined {
      const row = database
        .statement<ObjectRow>(
          'SELECT * FROM s3_object WHERE bucket_id = :bucketId AND key = :key AND version_id = :versionId',
        )
        .get({ bucketId, key, versionId });
      return row && toObject(row);
    },
    piecesOf(objectId: number): Piece[] {
      return database
        .statement<PieceRow>('SELECT blob, bytes FROM s3_piece WHERE object_id = :objectId ORDER BY number')
        .all({ objectId })
        .map(({ blob, bytes }) => ({ blob, bytes }));
    },
    hasObjects(bucketId: number): boolean {
      const sql = 'SELECT 1 FROM s3_object WHERE bucket_id = :bucketId LIMIT 1';
      return database.statement(sql).get({ bucketId }) !== undefined;
    },
    /** In the order of keys, without delete markers. */
    pageOfObjects(bucketId: number, from: From, countMax: number): ObjectRecord[] {
      return database
        .statement<ObjectRow>(
          `SELECT * FROM s3_object WHERE bucket_id = :bucketId AND is_latest = 1 AND is_marker = 0
             AND key >= :key AND (:isIncluded = 1 OR key > :key) AND (:below IS NULL OR key < :below)
           ORDER BY key LIMIT :countMax`,
        )
        .all({ bucketId, ...toParameters(from), countMax })
        .map(toObject);
    },
    /** In the order of keys, the newest of a key first; `belowId` goes on within the key of `from`. */
    pageOfVersions(
      bucketId: number,
      from: From,
      belowId: number | undefined,
      countMax: number,
    ): ObjectRecord[] {
      return database
        .statement<ObjectRow>(
          `SELECT * FROM s3_object WHERE bucket_id = :bucketId AND key >= :key
             AND (:isIncluded = 1 OR key > :key OR id < :belowId) AND (:below IS NULL OR key < :below)
           ORDER BY key, id DESC LIMIT :countMax`,
        )
        .all({ bucketId, ...toParameters(from), belowId: belowId ?? 0, countMax })
        .map(toObject);
    },
  };
}

function toParameters({ key, isIncluded, below }: From) {
  return { key, isIncluded: isIncluded ? 1 : 0, below: below ?? null };
}

function writes(database: Database) {
  return {
    /** Makes it the latest of its key; several statements. */
    insertObject(
      place: { bucketId: number; key: string; versionId: string; isMarker: boolean },
      object: NewObject,
      pieces: readonly Piece[],
    ): void {
      const { bucketId, key, versionId, isMarker } = place;
      database
        .statement(
          'UPDATE s3_object SET is_latest = 0 WHERE bucket_id = :bucketId AND key = :key AND is_latest = 1',
        )
        .run({ bucketId, key });
      const [row] = database
        .statement<{ id: number }>(
          `INSERT INTO s3_object (bucket_id, key, version_id, is_latest, is_marker, size, etag, modified_ms, facts, tags)
           VALUES (:bucketId, :key, :versionId, 1, :isMarker, :size, :etag, :modifiedMs, :facts, :tags) RETURNING id`,
        )
        .all({
          bucketId,
          key,
          versionId,
          isMarker: isMarker ? 1 : 0,
          size: object.size,
          etag: object.etag,
          modifiedMs: object.modifiedMs,
          facts: JSON.stringify(object.facts),
          tags: JSON.stringify(object.tags),
        });
      pieces.forEach(({ blob, bytes }, index) =>
        database
          .statement(
            'INSERT INTO s3_piece (object_id, number, blob, bytes) VALUES (:objectId, :number, :blob, :bytes)',
          )
          .run({ objectId: row?.id ?? 0, number: index + 1, blob, bytes }),
      );
    },
    /** Its newest sister becomes the latest where it was that; several statements. */
    deleteObject({ id, bucketId, key, isLatest }: ObjectRecord): void {
      database.statement('DELETE FROM s3_piece WHERE object_id = :id').run({ id });
      database.statement('DELETE FROM s3_object WHERE id = :id').run({ id });
      if (!isLatest) return;
      database
        .statement(
          `UPDATE s3_object SET is_latest = 1 WHERE id =
             (SELECT max(id) FROM s3_object WHERE bucket_id = :bucketId AND key = :key)`,
        )
        .run({ bucketId, key });
    },
    setObjectTags(id: number, tags: Tags): void {
      database
        .statement('UPDATE s3_object SET tags = :tags WHERE id = :id')
        .run({ id, tags: JSON.stringify(tags) });
    },
  };
}

function toObject(row: ObjectRow): ObjectRecord {
  return {
    id: row.id,
    bucketId: row.bucket_id,
    key: row.key,
    versionId: row.version_id,
    isLatest: row.is_latest === 1,
    isMarker: row.is_marker === 1,
    size: row.size,
    etag: row.etag,
    modifiedMs: row.modified_ms,
    facts: JSON.parse(row.facts) as ObjectFacts,
    tags: JSON.parse(row.tags) as Tags,
  };
}
