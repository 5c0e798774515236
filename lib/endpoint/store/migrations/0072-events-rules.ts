import type { Migration } from './migration.ts';

/**
 * The default bus needs no row: it has one once it has tags or a policy. `next_ms` is when a rule with a schedule is due;
 * null while it is not enabled.
 */
export const eventsRules: Migration = {
  number: 72,
  name: 'events-rules',
  sql: `
    CREATE TABLE events_bus (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      description TEXT,
      policy TEXT,
      tags TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name)
    ) STRICT;

    CREATE TABLE events_rule (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      bus TEXT NOT NULL,
      name TEXT NOT NULL,
      pattern TEXT,
      schedule TEXT,
      state TEXT NOT NULL,
      description TEXT,
      role_arn TEXT,
      tags TEXT NOT NULL,
      anchor_ms INTEGER NOT NULL,
      next_ms INTEGER,
      PRIMARY KEY (account_id, region, bus, name)
    ) STRICT;

    CREATE INDEX events_rule_due ON events_rule (next_ms) WHERE next_ms IS NOT NULL;

    CREATE TABLE events_target (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      bus TEXT NOT NULL,
      rule TEXT NOT NULL,
      id TEXT NOT NULL,
      arn TEXT NOT NULL,
      settings TEXT NOT NULL,
      PRIMARY KEY (account_id, region, bus, rule, id),
      FOREIGN KEY (account_id, region, bus, rule) REFERENCES events_rule (account_id, region, bus, name)
        ON DELETE CASCADE
    ) STRICT;

    CREATE INDEX events_target_arn ON events_target (account_id, region, bus, arn, rule);
  `,
};
