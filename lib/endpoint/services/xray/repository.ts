import type { Database, SqlRow } from '../../store/database.ts';
import type { TraceFacts } from './facts.ts';
import type { IncomingSegment, Place, TimeRangeType, TraceKey } from './records.ts';

export type TracesRepository = ReturnType<typeof createTracesRepository>;

export interface TraceRecord extends TraceKey {
  readonly startedMs: number;
  readonly updatedMs: number;
  readonly endedMs: number;
  readonly revision: number;
  /** Of all its documents. */
  readonly bytes: number;
  /** Documents were left out, since there were too many. */
  readonly isCut: boolean;
  readonly facts: TraceFacts;
}

/** Where a list goes on: before this time and id. */
export interface TraceCursor {
  readonly ms: number;
  readonly traceId: string;
}

const timeColumns = { TraceId: 'started_ms', Event: 'updated_ms', Service: 'ended_ms' } as const;
const whereTrace = 'account_id = :accountId AND region = :region AND trace_id = :traceId';

/** All SQL of X-Ray. */
export function createTracesRepository(database: Database) {
  return {
    transaction: <T>(work: () => T): T => database.transaction(work),
    ...traceQueries(database),
    ...segmentQueries(database),
    ...ageQueries(database),
  };
}

function traceQueries(database: Database) {
  return {
    findTrace({ accountId, region, traceId }: TraceKey): TraceRecord | undefined {
      const row = database
        .statement(`SELECT * FROM xray_trace WHERE ${whereTrace}`)
        .get({ accountId, region, traceId });
      return row && toTrace(row);
    },
    saveTrace(trace: TraceRecord): void {
      const { facts, isCut, ...rest } = trace;
      database
        .statement(
          `INSERT INTO xray_trace (account_id, region, trace_id, started_ms, updated_ms, ended_ms, revision, bytes,
             is_cut, facts)
           VALUES (:accountId, :region, :traceId, :startedMs, :updatedMs, :endedMs, :revision, :bytes, :isCut, :facts)
           ON CONFLICT DO UPDATE SET updated_ms = excluded.updated_ms, ended_ms = excluded.ended_ms,
             revision = excluded.revision, bytes = excluded.bytes, is_cut = excluded.is_cut, facts = excluded.facts`,
        )
        .run({ ...rest, isCut: isCut ? 1 : 0, facts: JSON.stringify(facts) });
    },
    /** The newest first. */
    listTraces(
      { accountId, region }: Place,
      range: { type: TimeRangeType; fromMs: number; toMs: number },
      before: TraceCursor | undefined,
      limit: number,
    ): TraceRecord[] {
      const column = timeColumns[range.type];
      return database
        .statement(
          `SELECT * FROM xray_trace
           WHERE account_id = :accountId AND region = :region AND ${column} >= :fromMs AND ${column} <= :toMs
             AND (${column}, trace_id) < (:beforeMs, :beforeId)
           ORDER BY ${column} DESC, trace_id DESC LIMIT :limit`,
        )
        .all({
          accountId,
          region,
          fromMs: range.fromMs,
          toMs: range.toMs,
          beforeMs: before?.ms ?? Number.MAX_SAFE_INTEGER,
          beforeId: before?.traceId ?? '',
          limit,
        })
        .map(toTrace);
    },
  };
}

function segmentQueries(database: Database) {
  return {
    documentsOf({ accountId, region, traceId }: TraceKey): string[] {
      return database
        .statement(`SELECT document FROM xray_segment WHERE ${whereTrace}`)
        .all({ accountId, region, traceId })
        .map(({ document }) => String(document));
    },
    /** One that came before, as in progress, gives way. */
    saveSegment({ accountId, region, traceId, segmentId, text }: IncomingSegment): void {
      database
        .statement(
          `INSERT INTO xray_segment (account_id, region, trace_id, segment_id, document)
           VALUES (:accountId, :region, :traceId, :segmentId, :text)
           ON CONFLICT DO UPDATE SET document = excluded.document`,
        )
        .run({ accountId, region, traceId, segmentId, text });
    },
  };
}

function ageQueries(database: Database) {
  return {
    totalBytes(): number {
      return Number(database.statement('SELECT sum(bytes) AS bytes FROM xray_trace').get()?.bytes ?? 0);
    },
    /** Those that did not change for longest. */
    oldestTraces(beforeMs: number, limit: number): { key: TraceKey; bytes: number }[] {
      return database
        .statement(
          `SELECT account_id, region, trace_id, bytes FROM xray_trace WHERE updated_ms < :beforeMs
           ORDER BY updated_ms LIMIT :limit`,
        )
        .all({ beforeMs, limit })
        .map((row) => ({ key: toKey(row), bytes: Number(row.bytes) }));
    },
    deleteTrace({ accountId, region, traceId }: TraceKey): void {
      for (const table of ['xray_segment', 'xray_trace'])
        database.statement(`DELETE FROM ${table} WHERE ${whereTrace}`).run({ accountId, region, traceId });
    },
  };
}

function toKey(row: SqlRow): TraceKey {
  return {
    accountId: String(row.account_id),
    region: String(row.region),
    traceId: String(row.trace_id),
  };
}

function toTrace(row: SqlRow): TraceRecord {
  return {
    ...toKey(row),
    startedMs: Number(row.started_ms),
    updatedMs: Number(row.updated_ms),
    endedMs: Number(row.ended_ms),
    revision: Number(row.revision),
    bytes: Number(row.bytes),
    isCut: Number(row.is_cut) === 1,
    facts: JSON.parse(String(row.facts)) as TraceFacts,
  };
}
