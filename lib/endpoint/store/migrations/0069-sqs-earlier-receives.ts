import type { Migration } from './migration.ts';

/** How often a message of a dead-letter queue had been received before it came there; and the order within groups. */
export const sqsEarlierReceives: Migration = {
  number: 69,
  name: 'sqs-earlier-receives',
  sql: `
    ALTER TABLE sqs_message ADD COLUMN earlier_receives INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX sqs_message_sequence ON sqs_message (queue_id, group_id, id) WHERE group_id IS NOT NULL;
  `,
};
