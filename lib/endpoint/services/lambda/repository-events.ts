import type { Database, SqlRow } from '../../store/database.ts';
import type { FunctionKey } from './records.ts';

/** An accepted asynchronous call. */
export interface EventRecord extends FunctionKey {
  readonly id: number;
  readonly qualifier: string | undefined;
  readonly requestId: string;
  readonly payload: Uint8Array;
  /** In base64, as it came. */
  readonly clientContext: string | undefined;
  readonly tenantId?: string | undefined;
  readonly traceHeader: string | undefined;
  readonly acceptedMs: number;
  /** When it may run (next). */
  readonly dueMs: number;
  /** Runs that ended in a function error. */
  readonly attempts: number;
  /** Times it could not run: throttled, or no environment. */
  readonly postponements: number;
  /** How many destinations led here, one function after the other. */
  readonly hops: number;
}

export interface EventInvokeConfig extends FunctionKey {
  readonly qualifier: string;
  readonly retries: number | undefined;
  readonly ageSeconds: number | undefined;
  /** ARNs; absent when not set, or cleared. */
  readonly onSuccess: string | undefined;
  readonly onFailure: string | undefined;
  readonly modifiedMs: number;
}

interface EventRow extends SqlRow {
  id: number;
  account_id: string;
  region: string;
  name: string;
  qualifier: string | null;
  request_id: string;
  payload: Uint8Array;
  client_context: string | null;
  tenant_id: string | null;
  trace_header: string | null;
  accepted_ms: number;
  due_ms: number;
  attempts: number;
  postponements: number;
  hops: number;
}

interface ConfigRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  qualifier: string;
  retries: number | null;
  age_seconds: number | null;
  on_success: string | null;
  on_failure: string | null;
  modified_ms: number;
}

const sameFunction = 'account_id = :accountId AND region = :region AND name = :name';
const keyOf = ({ accountId, region, name }: FunctionKey) => ({ accountId, region, name });

export type EventsRepository = ReturnType<typeof createEventsRepository>;

/** Waiting asynchronous calls, and the settings of such calls. Each method is one statement. */
export function createEventsRepository(database: Database) {
  return {
    insertEvent(event: Omit<EventRecord, 'id'>): void {
      database
        .statement(
          `INSERT INTO lambda_event (account_id, region, name, qualifier, request_id, payload, client_context,
             tenant_id, trace_header, accepted_ms, due_ms, attempts, postponements, hops)
           VALUES (:accountId, :region, :name, :qualifier, :requestId, :payload, :clientContext, :tenantId, :traceHeader,
             :acceptedMs, :dueMs, :attempts, :postponements, :hops)`,
        )
        .run({
          ...event,
          qualifier: event.qualifier ?? null,
          clientContext: event.clientContext ?? null,
          tenantId: event.tenantId ?? null,
          traceHeader: event.traceHeader ?? null,
        });
    },
    findEvent(id: number): EventRecord | undefined {
      const row = database.statement<EventRow>('SELECT * FROM lambda_event WHERE id = :id').get({ id });
      return row && toEvent(row);
    },
    /** Ids of events whose time has come, the longest due first. */
    dueEvents(key: FunctionKey, nowMs: number, countMax: number): number[] {
      return database
        .statement<{ id: number }>(
          `SELECT id FROM lambda_event WHERE ${sameFunction} AND due_ms <= :nowMs ORDER BY due_ms, id LIMIT :countMax`,
        )
        .all({ ...keyOf(key), nowMs, countMax })
        .map((row) => row.id);
    },
    nextDueMs(key: FunctionKey, afterMs: number): number | undefined {
      return database
        .statement<{ due_ms: number }>(
          `SELECT due_ms FROM lambda_event WHERE ${sameFunction} AND due_ms > :afterMs ORDER BY due_ms LIMIT 1`,
        )
        .all({ ...keyOf(key), afterMs })[0]?.due_ms;
    },
    functionsWithEvents(): FunctionKey[] {
      return database
        .statement<{ account_id: string; region: string; name: string }>(
          'SELECT DISTINCT account_id, region, name FROM lambda_event',
        )
        .all()
        .map((row) => ({ accountId: row.account_id, region: row.region, name: row.name }));
    },
    reschedule(event: Pick<EventRecord, 'id' | 'dueMs' | 'attempts' | 'postponements'>): void {
      database
        .statement(
          `UPDATE lambda_event SET due_ms = :dueMs, attempts = :attempts, postponements = :postponements
           WHERE id = :id`,
        )
        .run({
          id: event.id,
          dueMs: event.dueMs,
          attempts: event.attempts,
          postponements: event.postponements,
        });
    },
    removeEvent(id: number): void {
      database.statement('DELETE FROM lambda_event WHERE id = :id').run({ id });
    },

    findConfig(key: FunctionKey, qualifier: string): EventInvokeConfig | undefined {
      const row = database
        .statement<ConfigRow>(
          `SELECT * FROM lambda_event_invoke_config WHERE ${sameFunction} AND qualifier = :qualifier`,
        )
        .get({ ...keyOf(key), qualifier });
      return row && toConfig(row);
    },
    pageOfConfigs(key: FunctionKey, afterQualifier: string, countMax: number): EventInvokeConfig[] {
      return database
        .statement<ConfigRow>(
          `SELECT * FROM lambda_event_invoke_config WHERE ${sameFunction} AND qualifier > :afterQualifier
           ORDER BY qualifier LIMIT :countMax`,
        )
        .all({ ...keyOf(key), afterQualifier, countMax })
        .map(toConfig);
    },
    putConfig(config: EventInvokeConfig): void {
      database
        .statement(
          `INSERT INTO lambda_event_invoke_config (account_id, region, name, qualifier, retries, age_seconds, on_success,
             on_failure, modified_ms)
           VALUES (:accountId, :region, :name, :qualifier, :retries, :ageSeconds, :onSuccess, :onFailure, :modifiedMs)
           ON CONFLICT DO UPDATE SET retries = excluded.retries, age_seconds = excluded.age_seconds,
             on_success = excluded.on_success, on_failure = excluded.on_failure, modified_ms = excluded.modified_ms`,
        )
        .run({
          ...config,
          retries: config.retries ?? null,
          ageSeconds: config.ageSeconds ?? null,
          onSuccess: config.onSuccess ?? null,
          onFailure: config.onFailure ?? null,
        });
    },
    removeConfig(key: FunctionKey, qualifier: string): boolean {
      return (
        database
          .statement(
            `DELETE FROM lambda_event_invoke_config WHERE ${sameFunction} AND qualifier = :qualifier`,
          )
          .run({ ...keyOf(key), qualifier }).changes > 0
      );
    },
  };
}

function toEvent(row: EventRow): EventRecord {
  return {
    id: row.id,
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    qualifier: row.qualifier ?? undefined,
    requestId: row.request_id,
    payload: row.payload,
    clientContext: row.client_context ?? undefined,
    tenantId: row.tenant_id ?? undefined,
    traceHeader: row.trace_header ?? undefined,
    acceptedMs: row.accepted_ms,
    dueMs: row.due_ms,
    attempts: row.attempts,
    postponements: row.postponements,
    hops: row.hops,
  };
}

function toConfig(row: ConfigRow): EventInvokeConfig {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    qualifier: row.qualifier,
    retries: row.retries ?? undefined,
    ageSeconds: row.age_seconds ?? undefined,
    onSuccess: row.on_success ?? undefined,
    onFailure: row.on_failure ?? undefined,
    modifiedMs: row.modified_ms,
  };
}
