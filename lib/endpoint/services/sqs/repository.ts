import type { Database, SqlRow } from '../../store/database.ts';
import {
  sequenceNumber,
  type MessageAttributes,
  type MessageRecord,
  type NewMessage,
  type QueueRecord,
} from './records.ts';

interface QueueRow extends SqlRow {
  id: number;
  account_id: string;
  region: string;
  name: string;
  attributes: string;
  tags: string;
  created_ms: number;
  modified_ms: number;
  purged_ms: number;
}

interface MessageRow extends SqlRow {
  id: number;
  queue_id: number;
  message_id: string;
  body: string;
  body_md5: string;
  attributes: string | null;
  attributes_md5: string | null;
  sender_id: string;
  group_id: string | null;
  deduplication_id: string | null;
  trace_header: string | null;
  dead_letter_source: string | null;
  sent_ms: number;
  visible_ms: number;
  receive_count: number;
  earlier_receives: number;
  first_received_ms: number | null;
}

export type SqsRepository = ReturnType<typeof createSqsRepository>;

/** SQS's tables. Every method is one statement; callers put several in one transaction. */
export function createSqsRepository(database: Database) {
  return { ...queueTable(database), ...messageTable(database), ...deduplicationTable(database) };
}

function queueTable(database: Database) {
  return {
    insertQueue(queue: Omit<QueueRecord, 'id'>): void {
      database
        .statement(
          `INSERT INTO sqs_queue (account_id, region, name, attributes, tags, created_ms, modified_ms, purged_ms)
           VALUES (:accountId, :region, :name, :attributes, :tags, :createdMs, :modifiedMs, :purgedMs)`,
        )
        .run({ ...queue, attributes: JSON.stringify(queue.attributes), tags: JSON.stringify(queue.tags) });
    },
    updateQueue(queue: QueueRecord): void {
      database
        .statement(
          `UPDATE sqs_queue SET attributes = :attributes, tags = :tags, modified_ms = :modifiedMs,
             purged_ms = :purgedMs WHERE id = :id`,
        )
        .run({
          id: queue.id,
          attributes: JSON.stringify(queue.attributes),
          tags: JSON.stringify(queue.tags),
          modifiedMs: queue.modifiedMs,
          purgedMs: queue.purgedMs,
        });
    },
    findQueue(accountId: string, region: string, name: string): QueueRecord | undefined {
      const row = database
        .statement<QueueRow>(
          'SELECT * FROM sqs_queue WHERE account_id = :accountId AND region = :region AND name = :name',
        )
        .get({ accountId, region, name });
      return row && toQueue(row);
    },
    /** Queues after a name whose name starts with a prefix, in order of name. */
    pageOfQueues(
      place: { accountId: string; region: string },
      prefix: string,
      afterName: string,
      countMax: number,
    ): QueueRecord[] {
      return database
        .statement<QueueRow>(
          `SELECT * FROM sqs_queue WHERE account_id = :accountId AND region = :region AND name > :afterName
             AND substr(name, 1, length(:prefix)) = :prefix ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId: place.accountId, region: place.region, prefix, afterName, countMax })
        .map(toQueue);
    },
    /** In every account and Region. */
    allQueues(): QueueRecord[] {
      return database.statement<QueueRow>('SELECT * FROM sqs_queue').all().map(toQueue);
    },
    deleteQueue(id: number): void {
      database.statement('DELETE FROM sqs_queue WHERE id = :id').run({ id });
    },
  };
}

function messageTable(database: Database) {
  const visible = 'queue_id = :queueId AND visible_ms <= :nowMs AND sent_ms > :oldestMs';
  return {
    /** Returns the id, which orders messages. */
    insertMessage(queueId: number, message: NewMessage): number {
      const row = database
        .statement<{ id: number }>(
          `INSERT INTO sqs_message (queue_id, message_id, body, body_md5, attributes, attributes_md5, sender_id, group_id,
             deduplication_id, trace_header, dead_letter_source, sent_ms, visible_ms, receive_count, first_received_ms)
           VALUES (:queueId, :messageId, :body, :bodyMd5, :attributes, :attributesMd5, :senderId, :groupId,
             :deduplicationId, :traceHeader, NULL, :sentMs, :visibleMs, 0, NULL) RETURNING id`,
        )
        .all({
          ...message,
          queueId,
          attributes: message.attributes ? JSON.stringify(message.attributes) : null,
          attributesMd5: message.attributesMd5 ?? null,
          groupId: message.groupId ?? null,
          deduplicationId: message.deduplicationId ?? null,
          traceHeader: message.traceHeader ?? null,
        })[0];
      return row?.id ?? 0;
    },
    findMessage(queueId: number, id: number): MessageRecord | undefined {
      const row = database
        .statement<MessageRow>('SELECT * FROM sqs_message WHERE queue_id = :queueId AND id = :id')
        .get({ queueId, id });
      return row && toMessage(row);
    },
    visibleMessages(queueId: number, nowMs: number, oldestMs: number, countMax: number): MessageRecord[] {
      return database
        .statement<MessageRow>(
          `SELECT * FROM sqs_message WHERE ${visible} ORDER BY visible_ms, id LIMIT :countMax`,
        )
        .all({ queueId, nowMs, oldestMs, countMax })
        .map(toMessage);
    },
    /**
     * Of a FIFO queue: the first message of a group that can be received, of that group that waits longest; `after` is
     * the head before. A group whose first message is in flight or delayed waits with it.
     */
    nextHead(
      queueId: number,
      nowMs: number,
      oldestMs: number,
      after: Pick<MessageRecord, 'visibleMs' | 'id'> | undefined,
    ): MessageRecord | undefined {
      const { visibleMs: afterMs, id: afterId } = after ?? { visibleMs: -1, id: 0 };
      const row = database
        .statement<MessageRow>(
          `SELECT * FROM sqs_message AS message INDEXED BY sqs_message_due
           WHERE ${visible} AND (visible_ms, id) > (:afterMs, :afterId) AND NOT EXISTS (
             SELECT 1 FROM sqs_message AS other INDEXED BY sqs_message_sequence
             WHERE other.queue_id = :queueId AND other.group_id = message.group_id AND other.id < message.id
               AND other.sent_ms > :oldestMs)
           ORDER BY visible_ms, id LIMIT 1`,
        )
        .get({ queueId, nowMs, oldestMs, afterMs, afterId });
      return row && toMessage(row);
    },
    /** Those of a group in order, up to the first that is in flight or delayed. */
    visibleOfGroup(
      queueId: number,
      groupId: string,
      nowMs: number,
      oldestMs: number,
      countMax: number,
    ): MessageRecord[] {
      return database
        .statement<MessageRow>(
          `SELECT * FROM sqs_message INDEXED BY sqs_message_sequence
           WHERE ${visible} AND group_id = :groupId AND id < coalesce(
             (SELECT min(id) FROM sqs_message WHERE queue_id = :queueId AND group_id = :groupId AND visible_ms > :nowMs),
             9223372036854775807)
           ORDER BY id LIMIT :countMax`,
        )
        .all({ queueId, groupId, nowMs, oldestMs, countMax })
        .map(toMessage);
    },
    /** When the next message that is hidden now can be received. */
    nextVisibleMs(queueId: number, nowMs: number): number | undefined {
      return database
        .statement<{ visible_ms: number }>(
          `SELECT visible_ms FROM sqs_message WHERE queue_id = :queueId AND visible_ms > :nowMs
           ORDER BY visible_ms LIMIT 1`,
        )
        .all({ queueId, nowMs })[0]?.visible_ms;
    },
    markReceived(id: number, nowMs: number, visibleMs: number): void {
      database
        .statement(
          `UPDATE sqs_message SET visible_ms = :visibleMs, receive_count = receive_count + 1,
             first_received_ms = coalesce(first_received_ms, :nowMs) WHERE id = :id`,
        )
        .run({ id, nowMs, visibleMs });
    },
    setVisible(id: number, visibleMs: number): void {
      database
        .statement('UPDATE sqs_message SET visible_ms = :visibleMs WHERE id = :id')
        .run({ id, visibleMs });
    },
    /** Into a dead-letter queue: a new life, but the old age and place in the order. */
    moveMessage(id: number, queueId: number, sourceArn: string, nowMs: number): void {
      database
        .statement(
          `UPDATE sqs_message SET queue_id = :queueId, dead_letter_source = :sourceArn, visible_ms = :nowMs,
             earlier_receives = earlier_receives + receive_count, receive_count = 0, first_received_ms = NULL
           WHERE id = :id`,
        )
        .run({ id, queueId, sourceArn, nowMs });
    },
    deleteMessage(queueId: number, id: number): void {
      database
        .statement('DELETE FROM sqs_message WHERE queue_id = :queueId AND id = :id')
        .run({ queueId, id });
    },
    deleteMessages(queueId: number): void {
      database.statement('DELETE FROM sqs_message WHERE queue_id = :queueId').run({ queueId });
    },
    /** At most a thousand, so that no sweep holds up requests for long; returns how many went. */
    deleteExpired(queueId: number, oldestMs: number): number {
      return database
        .statement(
          `DELETE FROM sqs_message WHERE id IN
             (SELECT id FROM sqs_message WHERE queue_id = :queueId AND sent_ms <= :oldestMs LIMIT 1000)`,
        )
        .run({ queueId, oldestMs }).changes;
    },
    counts(
      queueId: number,
      nowMs: number,
      oldestMs: number,
    ): { visible: number; inFlight: number; delayed: number } {
      const row = database
        .statement<{ visible: number; in_flight: number; hidden: number }>(
          `SELECT count(*) FILTER (WHERE visible_ms <= :nowMs) AS visible,
             count(*) FILTER (WHERE visible_ms > :nowMs AND receive_count > 0) AS in_flight,
             count(*) FILTER (WHERE visible_ms > :nowMs AND receive_count = 0) AS hidden
           FROM sqs_message WHERE queue_id = :queueId AND sent_ms > :oldestMs`,
        )
        .get({ queueId, nowMs, oldestMs });
      return { visible: row?.visible ?? 0, inFlight: row?.in_flight ?? 0, delayed: row?.hidden ?? 0 };
    },
  };
}

function deduplicationTable(database: Database) {
  return {
    findDuplicate(
      queueId: number,
      scope: string,
      deduplicationId: string,
      sinceMs: number,
    ): { messageId: string; sequenceNumber: string } | undefined {
      const row = database
        .statement<{ message_id: string; sequence_number: string }>(
          `SELECT message_id, sequence_number FROM sqs_deduplication
           WHERE queue_id = :queueId AND scope = :scope AND deduplication_id = :deduplicationId AND sent_ms > :sinceMs`,
        )
        .get({ queueId, scope, deduplicationId, sinceMs });
      return row && { messageId: row.message_id, sequenceNumber: row.sequence_number };
    },
    rememberSent(queueId: number, scope: string, message: NewMessage, id: number): void {
      database
        .statement(
          `INSERT INTO sqs_deduplication (queue_id, scope, deduplication_id, message_id, sequence_number, sent_ms)
           VALUES (:queueId, :scope, :deduplicationId, :messageId, :sequenceNumber, :sentMs)
           ON CONFLICT DO UPDATE SET message_id = excluded.message_id, sequence_number = excluded.sequence_number,
             sent_ms = excluded.sent_ms`,
        )
        .run({
          queueId,
          scope,
          deduplicationId: message.deduplicationId ?? '',
          messageId: message.messageId,
          sequenceNumber: sequenceNumber(id),
          sentMs: message.sentMs,
        });
    },
    forgetSentOf(queueId: number): void {
      database.statement('DELETE FROM sqs_deduplication WHERE queue_id = :queueId').run({ queueId });
    },
    forgetSentBefore(sinceMs: number): void {
      database
        .statement(
          `DELETE FROM sqs_deduplication WHERE (queue_id, scope, deduplication_id) IN
             (SELECT queue_id, scope, deduplication_id FROM sqs_deduplication WHERE sent_ms <= :sinceMs LIMIT 1000)`,
        )
        .run({ sinceMs });
    },
  };
}

function toQueue(row: QueueRow): QueueRecord {
  return {
    id: row.id,
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    attributes: JSON.parse(row.attributes) as Record<string, string>,
    tags: JSON.parse(row.tags) as Record<string, string>,
    createdMs: row.created_ms,
    modifiedMs: row.modified_ms,
    purgedMs: row.purged_ms,
  };
}

function toMessage(row: MessageRow): MessageRecord {
  return {
    id: row.id,
    queueId: row.queue_id,
    messageId: row.message_id,
    body: row.body,
    bodyMd5: row.body_md5,
    attributes: row.attributes === null ? undefined : (JSON.parse(row.attributes) as MessageAttributes),
    attributesMd5: row.attributes_md5 ?? undefined,
    senderId: row.sender_id,
    groupId: row.group_id ?? undefined,
    deduplicationId: row.deduplication_id ?? undefined,
    traceHeader: row.trace_header ?? undefined,
    deadLetterSource: row.dead_letter_source ?? undefined,
    sentMs: row.sent_ms,
    visibleMs: row.visible_ms,
    receiveCount: row.receive_count,
    earlierReceives: row.earlier_receives,
    firstReceivedMs: row.first_received_ms ?? undefined,
  };
}
