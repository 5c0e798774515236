import type { Migration } from './migration.ts';

/**
 * The default group needs no row. `settings` is a schedule as CreateSchedule took it; `next_ms` is when it is due, null
 * while it is not enabled or has come to its end.
 */
export const schedulerSchedules: Migration = {
  number: 75,
  name: 'scheduler-schedules',
  sql: `
    CREATE TABLE scheduler_group (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      tags TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name)
    ) STRICT;

    CREATE TABLE scheduler_schedule (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      group_name TEXT NOT NULL,
      name TEXT NOT NULL,
      state TEXT NOT NULL,
      settings TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      modified_ms INTEGER NOT NULL,
      anchor_ms INTEGER NOT NULL,
      next_ms INTEGER,
      PRIMARY KEY (account_id, region, group_name, name)
    ) STRICT;

    CREATE INDEX scheduler_schedule_due ON scheduler_schedule (next_ms) WHERE next_ms IS NOT NULL;
  `,
};
