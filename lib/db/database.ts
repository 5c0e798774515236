import 'server-only';
import fs from 'node:fs';
import path from 'node:path';
import { SqliteDialect, type SqliteDatabase } from 'kysely';
import Driver from 'libsql';
import { getConfig } from '@/lib/config';
import { migrate } from '@/lib/db/migrations';

export type SqlValue = string | number | null;
export type SqlRow = Record<string, SqlValue>;
export type SqlParameters = Readonly<Record<string, SqlValue>>;

export interface Statement<Row extends SqlRow> {
  /** Runs a write; parameters are written `:name` in the SQL and given without the colon. */
  run(parameters?: SqlParameters): { readonly changes: number };
  get(parameters?: SqlParameters): Row | undefined;
  all(parameters?: SqlParameters): Row[];
}

/** The console's tables. Reads and writes are synchronous and short. */
export interface Database {
  /** Prepared once per SQL text. */
  statement<Row extends SqlRow = SqlRow>(sql: string): Statement<Row>;
  /** All or nothing; an inner call joins the outer one. */
  transaction<T>(work: () => T): T;
  close(): void;
}

const busyTimeoutMs = 5_000;

function withoutMetadata<Row extends SqlRow>(row: unknown): Row {
  // The driver adds `_metadata` (its own timing) to single rows.
  const { _metadata: ignored, ...rest } = row as Record<string, unknown>;
  return rest as Row;
}

function openDriver(file: string): Driver.Database {
  const driver = new Driver(file, { timeout: busyTimeoutMs });
  driver.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  driver.exec('PRAGMA journal_mode = WAL');
  driver.exec('PRAGMA synchronous = FULL');
  driver.exec('PRAGMA foreign_keys = ON');
  return driver;
}

/** Opens (and creates, and migrates) a database file. Several processes may have it open at once. */
export function openDatabase(file: string): Database {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const driver = openDriver(file);
  migrate(driver, file);

  const prepared = new Map<string, ReturnType<typeof driver.prepare>>();
  let depth = 0;

  return {
    statement<Row extends SqlRow>(sql: string): Statement<Row> {
      const statement = prepared.get(sql) ?? driver.prepare(sql);
      prepared.set(sql, statement);
      return {
        run: (parameters = {}) => ({ changes: statement.run(parameters).changes }),
        get: (parameters = {}) => {
          const row = statement.get(parameters);
          return row === undefined ? undefined : withoutMetadata<Row>(row);
        },
        all: (parameters = {}) => statement.all(parameters).map((row) => withoutMetadata<Row>(row)),
      };
    },
    transaction<T>(work: () => T): T {
      if (depth > 0) return work();
      depth += 1;
      driver.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        driver.exec('COMMIT');
        return result;
      } catch (error) {
        driver.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => {
      driver.close();
    },
  };
}

// Pages, actions and the proxy are bundled apart and would each open the file; one handle per process is enough.
const holder = globalThis as typeof globalThis & { lambdeckDatabase?: Database };

/** The console's database, opened at the first call. */
export function db(): Database {
  holder.lambdeckDatabase ??= openDatabase(getConfig().databasePath);
  return holder.lambdeckDatabase;
}

/**
 * The same file for a library that speaks kysely. A connection of its own: the library's transactions are
 * asynchronous, and a statement of ours must not land inside one.
 */
export function openKyselyDialect(): SqliteDialect {
  db(); // Migrations run there.
  return new SqliteDialect({ database: openDriver(getConfig().databasePath) as unknown as SqliteDatabase });
}
