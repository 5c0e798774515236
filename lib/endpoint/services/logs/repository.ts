import { assertInvariant } from '../../../shared/invariant.ts';
import type { Database, SqlRow } from '../../store/database.ts';
import { definitionQueries } from './repository-definitions.ts';
import { eventQueries } from './repository-events.ts';
import { subscriptionQueries } from './repository-subscriptions.ts';

export interface GroupKey {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
}

export interface GroupRecord extends GroupKey {
  readonly id: number;
  readonly createdMs: number;
  /** Undefined keeps events for ever. */
  readonly retentionDays: number | undefined;
  readonly storedBytes: number;
  readonly tags: Readonly<Record<string, string>>;
}

export interface StreamRecord {
  readonly id: number;
  readonly name: string;
  readonly createdMs: number;
  readonly firstEventMs: number | undefined;
  readonly lastEventMs: number | undefined;
  readonly lastIngestionMs: number | undefined;
}

export interface EventRecord {
  readonly id: number;
  readonly streamId: number;
  readonly timestampMs: number;
  readonly ingestedMs: number;
  /** UTF-8 length of the message. */
  readonly byteCount: number;
  readonly message: string;
}

/** A place between events, which are ordered by time and then by arrival. Ids start at 1. */
export interface Position {
  readonly timestampMs: number;
  readonly id: number;
}

/** The events strictly between two positions, of a group or of one of its streams. */
export interface EventRange {
  readonly groupId: number;
  readonly streamId: number | undefined;
  readonly after: Position;
  readonly before: Position;
}

/** Which streams of a group, in which order, and after which one to go on. */
export interface StreamQuery {
  readonly prefix: string;
  readonly orderBy: 'LogStreamName' | 'LastEventTime';
  readonly isDescending: boolean;
  readonly after: { readonly name: string; readonly lastEventMs: number } | undefined;
  readonly limit: number;
}

export type LogsRepository = ReturnType<typeof createLogsRepository>;

/** All SQL of CloudWatch Logs. */
export function createLogsRepository(database: Database) {
  return {
    transaction: <T>(work: () => T): T => database.transaction(work),
    ...groupQueries(database),
    ...streamQueries(database),
    ...eventQueries(database),
    ...removalQueries(database),
    ...subscriptionQueries(database),
    ...definitionQueries(database),
  };
}

function groupQueries(database: Database) {
  const columns = 'id, account_id, region, name, created_ms, retention_days, stored_bytes, tags';
  return {
    insertGroup(key: GroupKey, createdMs: number, tags: Readonly<Record<string, string>>): void {
      database
        .statement(
          `INSERT INTO logs_group (account_id, region, name, created_ms, tags)
           VALUES (:accountId, :region, :name, :createdMs, :tags)`,
        )
        .run({ ...pick(key), createdMs, tags: JSON.stringify(tags) });
    },
    findGroup(key: GroupKey): GroupRecord | undefined {
      const row = database
        .statement(
          `SELECT ${columns} FROM logs_group WHERE account_id = :accountId AND region = :region AND name = :name`,
        )
        .get(pick(key));
      return row && toGroup(row);
    },
    findGroupById(groupId: number): GroupRecord | undefined {
      const row = database
        .statement(`SELECT ${columns} FROM logs_group WHERE id = :groupId`)
        .get({ groupId });
      return row && toGroup(row);
    },
    /** Sorted by name; `part` may stand anywhere in the name, `prefix` at its beginning. */
    listGroups(query: {
      accountId: string;
      region: string;
      prefix: string;
      part: string;
      after: string;
      limit: number;
    }): GroupRecord[] {
      return database
        .statement(
          `SELECT ${columns} FROM logs_group
           WHERE account_id = :accountId AND region = :region AND name > :after
             AND substr(name, 1, length(:prefix)) = :prefix AND instr(lower(name), lower(:part)) > 0
           ORDER BY name LIMIT :limit`,
        )
        .all(query)
        .map(toGroup);
    },
    listGroupsWithRetention(): GroupRecord[] {
      return database
        .statement(`SELECT ${columns} FROM logs_group WHERE retention_days IS NOT NULL`)
        .all()
        .map(toGroup);
    },
    setRetention(groupId: number, retentionDays: number | null): void {
      database
        .statement('UPDATE logs_group SET retention_days = :retentionDays WHERE id = :groupId')
        .run({ groupId, retentionDays });
    },
    setTags(groupId: number, tags: Readonly<Record<string, string>>): void {
      database
        .statement('UPDATE logs_group SET tags = :tags WHERE id = :groupId')
        .run({ groupId, tags: JSON.stringify(tags) });
    },
    addStoredBytes(groupId: number, byteCount: number): void {
      database
        .statement(
          'UPDATE logs_group SET stored_bytes = max(0, stored_bytes + :byteCount) WHERE id = :groupId',
        )
        .run({ groupId, byteCount });
    },
  };
}

const streamColumns = 'id, name, created_ms, first_event_ms, last_event_ms, last_ingestion_ms';

function streamQueries(database: Database) {
  return {
    insertStream(groupId: number, name: string, createdMs: number): void {
      database
        .statement(
          'INSERT INTO logs_stream (group_id, name, created_ms) VALUES (:groupId, :name, :createdMs)',
        )
        .run({ groupId, name, createdMs });
    },
    findStream(groupId: number, name: string): StreamRecord | undefined {
      const row = database
        .statement(`SELECT ${streamColumns} FROM logs_stream WHERE group_id = :groupId AND name = :name`)
        .get({ groupId, name });
      return row && toStream(row);
    },
    findStreamName(streamId: number): string | undefined {
      const row = database.statement('SELECT name FROM logs_stream WHERE id = :streamId').get({ streamId });
      return row && String(row.name);
    },
    listStreams(groupId: number, query: StreamQuery): StreamRecord[] {
      const order = query.isDescending ? 'DESC' : 'ASC';
      const beyond = query.isDescending ? '<' : '>';
      const start = query.isDescending
        ? { name: '\u{10ffff}', ms: Number.MAX_SAFE_INTEGER }
        : { name: '', ms: -1 };
      const parameters = {
        groupId,
        prefix: query.prefix,
        afterName: query.after?.name ?? start.name,
        limit: query.limit,
      };
      const common = `SELECT ${streamColumns} FROM logs_stream
        WHERE group_id = :groupId AND substr(name, 1, length(:prefix)) = :prefix`;
      const rows =
        query.orderBy === 'LogStreamName'
          ? database
              .statement(`${common} AND name ${beyond} :afterName ORDER BY name ${order} LIMIT :limit`)
              .all(parameters)
          : database
              .statement(
                `${common} AND (ifnull(last_event_ms, 0), name) ${beyond} (:afterMs, :afterName)
                 ORDER BY ifnull(last_event_ms, 0) ${order}, name ${order} LIMIT :limit`,
              )
              .all({ ...parameters, afterMs: query.after?.lastEventMs ?? start.ms });
      return rows.map(toStream);
    },
    /** Widens what the stream says of its events. */
    touchStream(streamId: number, firstMs: number, lastMs: number, ingestedMs: number): void {
      database
        .statement(
          `UPDATE logs_stream SET first_event_ms = min(ifnull(first_event_ms, :firstMs), :firstMs),
             last_event_ms = max(ifnull(last_event_ms, :lastMs), :lastMs), last_ingestion_ms = :ingestedMs
           WHERE id = :streamId`,
        )
        .run({ streamId, firstMs, lastMs, ingestedMs });
    },
  };
}

function removalQueries(database: Database) {
  return {
    /** Hides a group at once; its events are removed later, in steps. */
    deleteGroup(groupId: number): void {
      database
        .statement('INSERT INTO logs_removed_stream SELECT id FROM logs_stream WHERE group_id = :groupId')
        .run({ groupId });
      database.statement('DELETE FROM logs_stream WHERE group_id = :groupId').run({ groupId });
      database.statement('DELETE FROM logs_group WHERE id = :groupId').run({ groupId });
    },
    deleteStream(streamId: number): void {
      database.statement('INSERT INTO logs_removed_stream (stream_id) VALUES (:streamId)').run({ streamId });
      database.statement('DELETE FROM logs_stream WHERE id = :streamId').run({ streamId });
    },
    nextRemovedStream(): number | undefined {
      const row = database.statement('SELECT stream_id FROM logs_removed_stream LIMIT 1').get();
      return row && Number(row.stream_id);
    },
    forgetRemovedStream(streamId: number): void {
      database.statement('DELETE FROM logs_removed_stream WHERE stream_id = :streamId').run({ streamId });
    },
    /** Removes at most `limit` events of a stream; returns how many. */
    deleteEventsOfStream(streamId: number, limit: number): number {
      return database
        .statement(
          'DELETE FROM logs_event WHERE id IN (SELECT id FROM logs_event WHERE stream_id = :streamId LIMIT :limit)',
        )
        .run({ streamId, limit }).changes;
    },
    /** Removes at most `limit` of a group's oldest events before a time; returns how many and how large. */
    deleteEventsBefore(
      groupId: number,
      beforeMs: number,
      limit: number,
    ): { count: number; byteCount: number } {
      const chosen = `SELECT id, byte_count FROM logs_event
        WHERE group_id = :groupId AND timestamp_ms < :beforeMs ORDER BY timestamp_ms, id LIMIT :limit`;
      const total = database
        .statement(`SELECT count(*) AS count, ifnull(sum(byte_count), 0) AS byte_count FROM (${chosen})`)
        .get({ groupId, beforeMs, limit });
      assertInvariant(total, 'an aggregate always has one row');
      database
        .statement(`DELETE FROM logs_event WHERE id IN (SELECT id FROM (${chosen}))`)
        .run({ groupId, beforeMs, limit });
      return { count: Number(total.count), byteCount: Number(total.byte_count) };
    },
  };
}

function pick({ accountId, region, name }: GroupKey) {
  return { accountId, region, name };
}

function toGroup(row: SqlRow): GroupRecord {
  return {
    id: Number(row.id),
    accountId: String(row.account_id),
    region: String(row.region),
    name: String(row.name),
    createdMs: Number(row.created_ms),
    retentionDays: row.retention_days === null ? undefined : Number(row.retention_days),
    storedBytes: Number(row.stored_bytes),
    tags: JSON.parse(String(row.tags)) as Record<string, string>,
  };
}

function toStream(row: SqlRow): StreamRecord {
  const optional = (value: unknown) => (value === null ? undefined : Number(value));
  return {
    id: Number(row.id),
    name: String(row.name),
    createdMs: Number(row.created_ms),
    firstEventMs: optional(row.first_event_ms),
    lastEventMs: optional(row.last_event_ms),
    lastIngestionMs: optional(row.last_ingestion_ms),
  };
}
