import type { Database, SqlRow } from '../../store/database.ts';
import type { SubscriptionRecord, TopicKey, TopicRecord } from './records.ts';

interface TopicRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  attributes: string;
  tags: string;
  sequence: number;
}

interface SubscriptionRow extends SqlRow {
  account_id: string;
  region: string;
  topic: string;
  id: string;
  protocol: string;
  endpoint: string;
  attributes: string;
  is_pending: number;
  token: string;
}

export interface SentBefore {
  readonly messageId: string;
  readonly sequenceNumber: string;
}

type Place = Pick<TopicKey, 'accountId' | 'region'>;
const keyOf = ({ accountId, region, name }: TopicKey) => ({ accountId, region, name });
const placeOf = ({ accountId, region }: Place) => ({ accountId, region });
const sameTopic = 'account_id = :accountId AND region = :region AND topic = :name';

export type SnsRepository = ReturnType<typeof createSnsRepository>;

/** SNS's tables. Every method is one statement; callers put several in one transaction. */
export function createSnsRepository(database: Database) {
  return { ...topicTable(database), ...subscriptionTable(database), ...deduplicationTable(database) };
}

function topicTable(database: Database) {
  return {
    findTopic(key: TopicKey): TopicRecord | undefined {
      const row = database
        .statement<TopicRow>(
          'SELECT * FROM sns_topic WHERE account_id = :accountId AND region = :region AND name = :name',
        )
        .get(keyOf(key));
      return row && toTopic(row);
    },
    putTopic(topic: TopicRecord): void {
      database
        .statement(
          `INSERT INTO sns_topic (account_id, region, name, attributes, tags, sequence)
           VALUES (:accountId, :region, :name, :attributes, :tags, :sequence)
           ON CONFLICT DO UPDATE SET attributes = excluded.attributes, tags = excluded.tags,
             sequence = excluded.sequence`,
        )
        .run({
          ...keyOf(topic),
          attributes: JSON.stringify(topic.attributes),
          tags: JSON.stringify(topic.tags),
          sequence: topic.sequence,
        });
    },
    deleteTopic(key: TopicKey): void {
      database
        .statement(
          'DELETE FROM sns_topic WHERE account_id = :accountId AND region = :region AND name = :name',
        )
        .run(keyOf(key));
    },
    pageOfTopics(place: Place, afterName: string, countMax: number): TopicRecord[] {
      return database
        .statement<TopicRow>(
          `SELECT * FROM sns_topic WHERE account_id = :accountId AND region = :region AND name > :afterName
           ORDER BY name LIMIT :countMax`,
        )
        .all({ ...placeOf(place), afterName, countMax })
        .map(toTopic);
    },
  };
}

function subscriptionTable(database: Database) {
  return {
    findSubscription(topic: TopicKey, id: string): SubscriptionRecord | undefined {
      const row = database
        .statement<SubscriptionRow>(`SELECT * FROM sns_subscription WHERE ${sameTopic} AND id = :id`)
        .get({ ...keyOf(topic), id });
      return row && toSubscription(row);
    },
    findSubscriptionTo(topic: TopicKey, protocol: string, endpoint: string): SubscriptionRecord | undefined {
      const row = database
        .statement<SubscriptionRow>(
          `SELECT * FROM sns_subscription WHERE ${sameTopic} AND protocol = :protocol AND endpoint = :endpoint`,
        )
        .get({ ...keyOf(topic), protocol, endpoint });
      return row && toSubscription(row);
    },
    putSubscription(subscription: SubscriptionRecord): void {
      database
        .statement(
          `INSERT INTO sns_subscription (account_id, region, topic, id, protocol, endpoint, attributes, is_pending,
             token)
           VALUES (:accountId, :region, :topic, :id, :protocol, :endpoint, :attributes, :isPending, :token)
           ON CONFLICT (account_id, region, topic, id) DO UPDATE SET attributes = excluded.attributes,
             is_pending = excluded.is_pending`,
        )
        .run({
          ...subscription,
          attributes: JSON.stringify(subscription.attributes),
          isPending: subscription.isPending ? 1 : 0,
        });
    },
    deleteSubscription({ accountId, region, topic, id }: SubscriptionRecord): void {
      database
        .statement(`DELETE FROM sns_subscription WHERE ${sameTopic} AND id = :id`)
        .run({ accountId, region, name: topic, id });
    },
    /** All that get messages; their number is limited by rules. */
    confirmedSubscriptions(topic: TopicKey): SubscriptionRecord[] {
      return database
        .statement<SubscriptionRow>(
          `SELECT * FROM sns_subscription WHERE ${sameTopic} AND is_pending = 0 ORDER BY id`,
        )
        .all(keyOf(topic))
        .map(toSubscription);
    },
    countSubscriptions(topic: TopicKey): { confirmed: number; pending: number } {
      const row = database
        .statement<{ total: number; pending: number }>(
          `SELECT COUNT(*) AS total, COALESCE(SUM(is_pending), 0) AS pending FROM sns_subscription WHERE ${sameTopic}`,
        )
        .get(keyOf(topic));
      const pending = row?.pending ?? 0;
      return { confirmed: (row?.total ?? 0) - pending, pending };
    },
    pageOfSubscriptions(place: Place, afterId: string, countMax: number): SubscriptionRecord[] {
      return database
        .statement<SubscriptionRow>(
          `SELECT * FROM sns_subscription WHERE account_id = :accountId AND region = :region AND id > :afterId
           ORDER BY id LIMIT :countMax`,
        )
        .all({ ...placeOf(place), afterId, countMax })
        .map(toSubscription);
    },
    pageOfTopicSubscriptions(topic: TopicKey, afterId: string, countMax: number): SubscriptionRecord[] {
      return database
        .statement<SubscriptionRow>(
          `SELECT * FROM sns_subscription WHERE ${sameTopic} AND id > :afterId ORDER BY id LIMIT :countMax`,
        )
        .all({ ...keyOf(topic), afterId, countMax })
        .map(toSubscription);
    },
  };
}

function deduplicationTable(database: Database) {
  return {
    findSent(
      topic: TopicKey,
      scope: string,
      deduplicationId: string,
      sinceMs: number,
    ): SentBefore | undefined {
      const row = database
        .statement<{ message_id: string; sequence_number: string }>(
          `SELECT message_id, sequence_number FROM sns_deduplication WHERE ${sameTopic} AND scope = :scope
             AND deduplication_id = :deduplicationId AND sent_ms > :sinceMs`,
        )
        .get({ ...keyOf(topic), scope, deduplicationId, sinceMs });
      return row && { messageId: row.message_id, sequenceNumber: row.sequence_number };
    },
    rememberSent(
      topic: TopicKey,
      scope: string,
      deduplicationId: string,
      sent: SentBefore,
      sentMs: number,
    ): void {
      database
        .statement(
          `INSERT OR REPLACE INTO sns_deduplication (account_id, region, topic, scope, deduplication_id, message_id,
             sequence_number, sent_ms)
           VALUES (:accountId, :region, :name, :scope, :deduplicationId, :messageId, :sequenceNumber, :sentMs)`,
        )
        .run({
          ...keyOf(topic),
          scope,
          deduplicationId,
          messageId: sent.messageId,
          sequenceNumber: sent.sequenceNumber,
          sentMs,
        });
    },
    /** A few at a time: each message of a FIFO topic clears what others left. */
    forgetSentBefore(sinceMs: number): void {
      database
        .statement(
          `DELETE FROM sns_deduplication WHERE (account_id, region, topic, scope, deduplication_id) IN
             (SELECT account_id, region, topic, scope, deduplication_id FROM sns_deduplication
              WHERE sent_ms <= :sinceMs LIMIT 10)`,
        )
        .run({ sinceMs });
    },
  };
}

function toTopic(row: TopicRow): TopicRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    attributes: JSON.parse(row.attributes) as Record<string, string>,
    tags: JSON.parse(row.tags) as Record<string, string>,
    sequence: row.sequence,
  };
}

function toSubscription(row: SubscriptionRow): SubscriptionRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    topic: row.topic,
    id: row.id,
    protocol: row.protocol,
    endpoint: row.endpoint,
    attributes: JSON.parse(row.attributes) as Record<string, string>,
    isPending: row.is_pending === 1,
    token: row.token,
  };
}
