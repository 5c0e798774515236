import type { Migration } from './migration.ts';

/**
 * Deleted versions stay as rows, so that numbers are never reused; they keep their archive as long as a function
 * has it under /opt.
 */
export const lambdaLayers: Migration = {
  number: 32,
  name: 'lambda-layers',
  sql: `
    CREATE TABLE lambda_layer_version (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      layer TEXT NOT NULL,
      version INTEGER NOT NULL,
      description TEXT NOT NULL,
      license_info TEXT,
      runtimes TEXT,
      architectures TEXT,
      code_blob TEXT,
      code_sha256 TEXT NOT NULL,
      code_size INTEGER NOT NULL,
      unpacked_size INTEGER NOT NULL,
      created_ms INTEGER NOT NULL,
      is_deleted INTEGER NOT NULL DEFAULT 0,
      statements TEXT NOT NULL DEFAULT '[]',
      policy_revision_id TEXT,
      PRIMARY KEY (account_id, region, layer, version)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX lambda_layer_version_by_code ON lambda_layer_version (code_blob) WHERE code_blob IS NOT NULL;
    CREATE INDEX lambda_layer_version_deleted ON lambda_layer_version (code_blob)
      WHERE is_deleted = 1 AND code_blob IS NOT NULL;
  `,
  blobColumns: [{ table: 'lambda_layer_version', column: 'code_blob' }],
};
