import type { Migration } from './migration.ts';

/** Registered databases, and the proxies before them; a proxy keeps its port from run to run. */
export const rdsProxies: Migration = {
  number: 120,
  name: 'rds-proxies',
  sql: `
    CREATE TABLE rds_instance (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      resource_id TEXT NOT NULL,
      settings TEXT NOT NULL,
      tags TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name)
    ) STRICT;

    CREATE TABLE rds_proxy (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      settings TEXT NOT NULL,
      pool TEXT NOT NULL,
      tags TEXT NOT NULL,
      port INTEGER NOT NULL,
      target TEXT,
      created_ms INTEGER NOT NULL,
      updated_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, id),
      UNIQUE (account_id, region, name)
    ) STRICT;
  `,
};
