import type { Database, SqlRow } from '../../store/database.ts';

/** The service whose promise it is. */
export type Channel = 'sns' | 'events' | 'scheduler' | 's3';

export interface NewDelivery {
  readonly accountId: string;
  readonly region: string;
  /** Deliveries of one lane leave one after the other, in the order in which they were added. */
  readonly lane?: string;
  /** JSON, of the channel's own shape. */
  readonly content: string;
  readonly acceptedMs: number;
  /** When it may leave first; in a lane, when it is the first there. */
  readonly dueMs: number;
}

export interface Delivery extends NewDelivery {
  readonly id: number;
  /** Attempts that failed. */
  readonly attempts: number;
}

interface DeliveryRow extends SqlRow {
  id: number;
  account_id: string;
  region: string;
  lane: string | null;
  content: string;
  accepted_ms: number;
  due_ms: number;
  attempts: number;
}

export type DeliveriesRepository = ReturnType<typeof createDeliveriesRepository>;

/** When those are due that wait for an earlier one of their lane, so that looking for what is due passes them by. */
const waitingMs = Number.MAX_SAFE_INTEGER;

/** The deliveries of one channel. Every method is one statement. */
export function createDeliveriesRepository(database: Database, channel: Channel) {
  return {
    insert(delivery: NewDelivery): void {
      database
        .statement(
          `INSERT INTO deliveries_delivery (channel, account_id, region, lane, content, accepted_ms, due_ms, attempts)
           VALUES (:channel, :accountId, :region, :lane, :content, :acceptedMs,
             CASE WHEN EXISTS (SELECT 1 FROM deliveries_delivery WHERE channel = :channel AND lane = :lane)
               THEN :waitingMs ELSE :dueMs END, 0)`,
        )
        .run({ ...delivery, channel, lane: delivery.lane ?? null, waitingMs });
    },
    find(id: number): Delivery | undefined {
      const row = database
        .statement<DeliveryRow>('SELECT * FROM deliveries_delivery WHERE id = :id')
        .get({ id });
      return row && toDelivery(row);
    },
    /** Ids whose time has come and whose lane is free, the longest due first. */
    due(nowMs: number, countMax: number): number[] {
      return database
        .statement<{ id: number }>(
          `SELECT id FROM deliveries_delivery AS own WHERE channel = :channel AND due_ms <= :nowMs
             AND (lane IS NULL OR NOT EXISTS (SELECT 1 FROM deliveries_delivery AS earlier
               WHERE earlier.channel = own.channel AND earlier.lane = own.lane AND earlier.id < own.id))
           ORDER BY due_ms, id LIMIT :countMax`,
        )
        .all({ channel, nowMs, countMax })
        .map((row) => row.id);
    },
    nextDueMs(afterMs: number): number | undefined {
      return database
        .statement<{ due_ms: number }>(
          `SELECT due_ms FROM deliveries_delivery
           WHERE channel = :channel AND due_ms > :afterMs AND due_ms < :waitingMs ORDER BY due_ms LIMIT 1`,
        )
        .get({ channel, afterMs, waitingMs })?.due_ms;
    },
    count(): number {
      return (
        database
          .statement<{ count: number }>(
            'SELECT COUNT(*) AS count FROM deliveries_delivery WHERE channel = :channel',
          )
          .get({ channel })?.count ?? 0
      );
    },
    reschedule(id: number, dueMs: number, attempts: number): void {
      database
        .statement('UPDATE deliveries_delivery SET due_ms = :dueMs, attempts = :attempts WHERE id = :id')
        .run({ id, dueMs, attempts });
    },
    /** The first of a lane is due, after the one before it has gone. */
    release(lane: string, dueMs: number): void {
      database
        .statement(
          `UPDATE deliveries_delivery SET due_ms = :dueMs WHERE due_ms = :waitingMs AND id =
             (SELECT MIN(id) FROM deliveries_delivery WHERE channel = :channel AND lane = :lane)`,
        )
        .run({ channel, lane, dueMs, waitingMs });
    },
    remove(id: number): void {
      database.statement('DELETE FROM deliveries_delivery WHERE id = :id').run({ id });
    },
  };
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    accountId: row.account_id,
    region: row.region,
    ...(row.lane !== null && { lane: row.lane }),
    content: row.content,
    acceptedMs: row.accepted_ms,
    dueMs: row.due_ms,
    attempts: row.attempts,
  };
}
