import type { Database, SqlRow } from '../../store/database.ts';
import type { FunctionKey } from './records.ts';

export interface CorsSettings {
  readonly AllowCredentials?: boolean;
  readonly AllowHeaders?: readonly string[];
  readonly AllowMethods?: readonly string[];
  readonly AllowOrigins?: readonly string[];
  readonly ExposeHeaders?: readonly string[];
  /** Seconds. */
  readonly MaxAge?: number;
}

export interface FunctionUrlRecord extends FunctionKey {
  /** Undefined for the function itself. */
  readonly alias: string | undefined;
  readonly urlId: string;
  readonly authType: 'NONE' | 'AWS_IAM';
  readonly cors: CorsSettings | undefined;
  /** Undefined when never sent: buffered. */
  readonly invokeMode: 'BUFFERED' | 'RESPONSE_STREAM' | undefined;
  readonly createdMs: number;
  readonly modifiedMs: number;
}

interface UrlRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  alias: string;
  url_id: string;
  auth_type: string;
  cors: string | null;
  invoke_mode: string | null;
  created_ms: number;
  modified_ms: number;
}

const columns =
  'account_id, region, name, alias, url_id, auth_type, cors, invoke_mode, created_ms, modified_ms';
const sameFunction = 'account_id = :accountId AND region = :region AND name = :name';

export type UrlRepository = ReturnType<typeof createUrlRepository>;

/** Function URLs. Each method is one statement. */
export function createUrlRepository(database: Database) {
  const place = ({ accountId, region, name }: FunctionKey) => ({ accountId, region, name });

  return {
    find(key: FunctionKey, alias: string | undefined): FunctionUrlRecord | undefined {
      const row = database
        .statement<UrlRow>(
          `SELECT ${columns} FROM lambda_function_url WHERE ${sameFunction} AND alias = :alias`,
        )
        .get({ ...place(key), alias: alias ?? '' });
      return row && toRecord(row);
    },

    byId(urlId: string): FunctionUrlRecord | undefined {
      const row = database
        .statement<UrlRow>(`SELECT ${columns} FROM lambda_function_url WHERE url_id = :urlId`)
        .get({ urlId });
      return row && toRecord(row);
    },

    /** All of a function, its own first: there is one at most for it and each alias. */
    list(key: FunctionKey): FunctionUrlRecord[] {
      return database
        .statement<UrlRow>(`SELECT ${columns} FROM lambda_function_url WHERE ${sameFunction} ORDER BY alias`)
        .all(place(key))
        .map(toRecord);
    },

    insert(record: FunctionUrlRecord): void {
      database
        .statement(
          `INSERT INTO lambda_function_url (${columns}) VALUES (:accountId, :region, :name, :alias, :urlId, :authType,
           :cors, :invokeMode, :createdMs, :modifiedMs)`,
        )
        .run({ ...toParameters(record), urlId: record.urlId, createdMs: record.createdMs });
    },

    update(record: FunctionUrlRecord): void {
      database
        .statement(
          `UPDATE lambda_function_url SET auth_type = :authType, cors = :cors, invoke_mode = :invokeMode,
           modified_ms = :modifiedMs WHERE ${sameFunction} AND alias = :alias`,
        )
        .run(toParameters(record));
    },

    remove(record: FunctionUrlRecord): void {
      database
        .statement(`DELETE FROM lambda_function_url WHERE ${sameFunction} AND alias = :alias`)
        .run({ ...place(record), alias: record.alias ?? '' });
    },
  };
}

function toParameters(record: FunctionUrlRecord) {
  return {
    accountId: record.accountId,
    region: record.region,
    name: record.name,
    alias: record.alias ?? '',
    authType: record.authType,
    cors: record.cors ? JSON.stringify(record.cors) : null,
    invokeMode: record.invokeMode ?? null,
    modifiedMs: record.modifiedMs,
  };
}

function toRecord(row: UrlRow): FunctionUrlRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    alias: row.alias === '' ? undefined : row.alias,
    urlId: row.url_id,
    authType: row.auth_type === 'NONE' ? 'NONE' : 'AWS_IAM',
    cors: row.cors === null ? undefined : (JSON.parse(row.cors) as CorsSettings),
    invokeMode: (row.invoke_mode as FunctionUrlRecord['invokeMode'] | null) ?? undefined,
    createdMs: row.created_ms,
    modifiedMs: row.modified_ms,
  };
}
