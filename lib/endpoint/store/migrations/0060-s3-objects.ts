import type { Migration } from './migration.ts';

/**
 * Names of buckets are the world's, so an account is not part of their key. Versions of one key are in the order of
 * their ids; of a key exactly one is the latest. An object's bytes are its pieces, one after the other: one for what
 * was put at once, one a part for a multipart upload. Their blobs are in a folder of S3's own.
 */
export const s3Objects: Migration = {
  number: 60,
  name: 's3-objects',
  sql: `
    CREATE TABLE s3_bucket (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL UNIQUE,
      created_ms INTEGER NOT NULL,
      versioning TEXT NOT NULL,
      tags TEXT,
      notifications TEXT
    ) STRICT;

    CREATE TABLE s3_object (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      bucket_id INTEGER NOT NULL,
      key TEXT NOT NULL,
      version_id TEXT NOT NULL,
      is_latest INTEGER NOT NULL,
      is_marker INTEGER NOT NULL,
      size INTEGER NOT NULL,
      etag TEXT NOT NULL,
      modified_ms INTEGER NOT NULL,
      facts TEXT NOT NULL,
      tags TEXT NOT NULL
    ) STRICT;

    CREATE UNIQUE INDEX s3_object_version ON s3_object (bucket_id, key, version_id);
    CREATE INDEX s3_object_order ON s3_object (bucket_id, key, id);
    CREATE UNIQUE INDEX s3_object_latest ON s3_object (bucket_id, key) WHERE is_latest = 1;

    CREATE TABLE s3_piece (
      object_id INTEGER NOT NULL,
      number INTEGER NOT NULL,
      blob TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      PRIMARY KEY (object_id, number)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX s3_piece_blob ON s3_piece (blob);

    CREATE TABLE s3_upload (
      id TEXT PRIMARY KEY,
      bucket_id INTEGER NOT NULL,
      key TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      facts TEXT NOT NULL,
      tags TEXT NOT NULL,
      checksum_algorithm TEXT,
      checksum_type TEXT
    ) STRICT;

    CREATE INDEX s3_upload_key ON s3_upload (bucket_id, key, id);

    CREATE TABLE s3_upload_part (
      upload_id TEXT NOT NULL,
      number INTEGER NOT NULL,
      blob TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      etag TEXT NOT NULL,
      checksum TEXT,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (upload_id, number)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX s3_upload_part_blob ON s3_upload_part (blob);
  `,
};
