import type { Migration } from './migration.ts';

/** `sequence` counts the messages of a FIFO topic. Subscriptions of a deleted topic go with it. */
export const snsTopics: Migration = {
  number: 71,
  name: 'sns-topics',
  sql: `
    CREATE TABLE sns_topic (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      attributes TEXT NOT NULL,
      tags TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name)
    ) STRICT;

    CREATE TABLE sns_subscription (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      topic TEXT NOT NULL,
      id TEXT NOT NULL,
      protocol TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      attributes TEXT NOT NULL,
      is_pending INTEGER NOT NULL,
      token TEXT NOT NULL,
      PRIMARY KEY (account_id, region, topic, id),
      UNIQUE (account_id, region, topic, protocol, endpoint),
      FOREIGN KEY (account_id, region, topic) REFERENCES sns_topic (account_id, region, name) ON DELETE CASCADE
    ) STRICT;

    CREATE INDEX sns_subscription_order ON sns_subscription (account_id, region, id);

    CREATE TABLE sns_deduplication (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      topic TEXT NOT NULL,
      scope TEXT NOT NULL,
      deduplication_id TEXT NOT NULL,
      message_id TEXT NOT NULL,
      sequence_number TEXT NOT NULL,
      sent_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, topic, scope, deduplication_id),
      FOREIGN KEY (account_id, region, topic) REFERENCES sns_topic (account_id, region, name) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX sns_deduplication_age ON sns_deduplication (sent_ms);
  `,
};
