import type { Migration } from './migration.ts';

/**
 * A message is one row until it is deleted: a receive moves `visible_ms`. Ids are never reused, so a receipt handle
 * that names one cannot come to mean another message.
 */
export const sqsQueues: Migration = {
  number: 40,
  name: 'sqs-queues',
  sql: `
    CREATE TABLE sqs_queue (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      attributes TEXT NOT NULL,
      tags TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      modified_ms INTEGER NOT NULL,
      purged_ms INTEGER NOT NULL,
      UNIQUE (account_id, region, name)
    ) STRICT;

    CREATE TABLE sqs_message (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      queue_id INTEGER NOT NULL REFERENCES sqs_queue (id) ON DELETE CASCADE,
      message_id TEXT NOT NULL,
      body TEXT NOT NULL,
      body_md5 TEXT NOT NULL,
      attributes TEXT,
      attributes_md5 TEXT,
      sender_id TEXT NOT NULL,
      group_id TEXT,
      deduplication_id TEXT,
      trace_header TEXT,
      dead_letter_source TEXT,
      sent_ms INTEGER NOT NULL,
      visible_ms INTEGER NOT NULL,
      receive_count INTEGER NOT NULL,
      first_received_ms INTEGER
    ) STRICT;

    CREATE INDEX sqs_message_due ON sqs_message (queue_id, visible_ms, id);
    CREATE INDEX sqs_message_order ON sqs_message (queue_id, id);
    CREATE INDEX sqs_message_age ON sqs_message (queue_id, sent_ms);
    CREATE INDEX sqs_message_group ON sqs_message (queue_id, group_id, visible_ms) WHERE group_id IS NOT NULL;

    CREATE TABLE sqs_deduplication (
      queue_id INTEGER NOT NULL REFERENCES sqs_queue (id) ON DELETE CASCADE,
      scope TEXT NOT NULL,
      deduplication_id TEXT NOT NULL,
      message_id TEXT NOT NULL,
      sequence_number TEXT NOT NULL,
      sent_ms INTEGER NOT NULL,
      PRIMARY KEY (queue_id, scope, deduplication_id)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX sqs_deduplication_age ON sqs_deduplication (sent_ms);
  `,
};
