import type { Migration } from './migration.ts';

/** Subscription filters hang on their group and go with it. */
export const logsSubscriptions: Migration = {
  number: 11,
  name: 'logs-subscriptions',
  sql: `
    CREATE TABLE logs_subscription (
      group_id INTEGER NOT NULL REFERENCES logs_group (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      pattern TEXT NOT NULL,
      destination_arn TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      PRIMARY KEY (group_id, name)
    ) STRICT, WITHOUT ROWID;
  `,
};
