import type { Migration } from './migration.ts';

/** Keys that STS gave out, by which their account and secret are found again until they expire. */
export const stsSessions: Migration = {
  number: 68,
  name: 'sts-sessions',
  sql: `
    CREATE TABLE sts_session (
      access_key_id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL,
      secret TEXT NOT NULL,
      arn TEXT NOT NULL,
      user_id TEXT NOT NULL,
      expires_ms INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX sts_session_expiry ON sts_session (expires_ms);
  `,
};
