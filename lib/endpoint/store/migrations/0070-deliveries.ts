import type { Migration } from './migration.ts';

/**
 * What a service has promised to hand to a target: one row until the target has it or it is given up. Rows of one lane
 * leave in order of id.
 */
export const deliveries: Migration = {
  number: 70,
  name: 'deliveries',
  sql: `
    CREATE TABLE deliveries_delivery (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      channel TEXT NOT NULL,
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      lane TEXT,
      content TEXT NOT NULL,
      accepted_ms INTEGER NOT NULL,
      due_ms INTEGER NOT NULL,
      attempts INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX deliveries_delivery_due ON deliveries_delivery (channel, due_ms, id);
    CREATE INDEX deliveries_delivery_lane ON deliveries_delivery (channel, lane, id) WHERE lane IS NOT NULL;
  `,
};
