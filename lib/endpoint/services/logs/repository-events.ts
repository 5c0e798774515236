import type { Database, SqlRow, SqlValue } from '../../store/database.ts';
import type { EventRange, EventRecord } from './repository.ts';

/** What the events of one write have in common. */
export interface EventOwner {
  readonly groupId: number;
  readonly streamId: number;
  readonly ingestedMs: number;
}

export type NewEvent = Pick<EventRecord, 'timestampMs' | 'byteCount' | 'message'>;

/** Measured: the way into the driver costs as much as the row itself, so that most rows go there together. */
const inserts = [20, 5, 1].map((rowCount) => ({
  rowCount,
  sql: `INSERT INTO logs_event (group_id, stream_id, timestamp_ms, ingested_ms, byte_count, message)
    VALUES ${Array.from({ length: rowCount }, () => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
}));

/** The driver reads a text up to its first NUL; its picture keeps what comes after. */
const withoutNul = (text: string) => (text.includes('\0') ? text.replaceAll('\0', '\u2400') : text);

/** SQL of single events. */
export function eventQueries(database: Database) {
  const columns = 'id, stream_id, timestamp_ms, ingested_ms, byte_count, message';
  return {
    /** In their order; ids grow by one from each to the next. */
    insertEvents(owner: EventOwner, events: readonly NewEvent[]): void {
      let start = 0;
      const { groupId, streamId, ingestedMs } = owner;
      for (const { rowCount, sql } of inserts) {
        const statement = database.statement(sql);
        for (; events.length - start >= rowCount; start += rowCount) {
          const values: SqlValue[] = [];
          for (const { timestampMs, byteCount, message } of events.slice(start, start + rowCount))
            values.push(groupId, streamId, timestampMs, ingestedMs, byteCount, withoutNul(message));
          statement.runRows(values);
        }
      }
    },
    findEvent(eventId: number): (EventRecord & { groupId: number }) | undefined {
      const row = database
        .statement(`SELECT group_id, ${columns} FROM logs_event WHERE id = :eventId`)
        .get({ eventId });
      return row && { ...toEvent(row), groupId: Number(row.group_id) };
    },
    /** Of the events inserted last in this transaction; those before have the numbers before. */
    lastEventId(): number {
      return Number(database.statement('SELECT last_insert_rowid() AS id').get()?.['id'] ?? 0);
    },
    /** At most `limit` events from the chosen end of the range, nearest to that end first. */
    readEvents(range: EventRange, from: 'oldest' | 'newest', limit: number): EventRecord[] {
      const [column, owner] =
        range.streamId === undefined ? ['group_id', range.groupId] : ['stream_id', range.streamId];
      const order = from === 'oldest' ? 'ASC' : 'DESC';
      return database
        .statement(
          `SELECT ${columns} FROM logs_event
           WHERE ${column} = :owner AND (timestamp_ms, id) > (:afterMs, :afterId)
             AND (timestamp_ms, id) < (:beforeMs, :beforeId)
           ORDER BY timestamp_ms ${order}, id ${order} LIMIT :limit`,
        )
        .all({
          owner,
          afterMs: range.after.timestampMs,
          afterId: range.after.id,
          beforeMs: range.before.timestampMs,
          beforeId: range.before.id,
          limit,
        })
        .map(toEvent);
    },
  };
}

function toEvent(row: SqlRow): EventRecord {
  return {
    id: Number(row.id),
    streamId: Number(row.stream_id),
    timestampMs: Number(row.timestamp_ms),
    ingestedMs: Number(row.ingested_ms),
    byteCount: Number(row.byte_count),
    message: String(row.message),
  };
}
