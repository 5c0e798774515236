import type { Migration } from './migration.ts';

/** File systems, their mount targets and access points. `token` is the one of their creation. */
export const efsFileSystems: Migration = {
  number: 85,
  name: 'efs-file-systems',
  sql: `
    CREATE TABLE efs_resource (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      file_system_id TEXT NOT NULL,
      token TEXT,
      body TEXT NOT NULL,
      PRIMARY KEY (account_id, region, kind, id)
    ) STRICT;
    CREATE INDEX efs_resource_of ON efs_resource (account_id, region, kind, file_system_id, id);
    CREATE UNIQUE INDEX efs_resource_token ON efs_resource (account_id, region, kind, token);
  `,
};
