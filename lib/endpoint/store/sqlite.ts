import Libsql from 'libsql';
import { assertInvariant, InvariantError } from '../../shared/invariant.ts';
import type { Database, SqlParameters, SqlRow, SqlValue, Statement } from './database.ts';

/** Statements are fixed texts in repositories; more than this many means that a value was pasted into SQL. */
const statementsMax = 1000;

/** How long a write waits for a reader of another thread, in milliseconds. */
const busyTimeoutMs = 5000;

/**
 * Opens a database file in WAL mode with every commit fsynced. `isReadOnly` is for worker threads, which open the
 * same file beside the one writer.
 */
export function openSqlite(
  file: string,
  options: { isReadOnly?: boolean } = {},
): Database & { exec(sql: string): void } {
  const driver = new Libsql(file, { timeout: busyTimeoutMs });
  driver.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  if (options.isReadOnly) {
    driver.exec('PRAGMA query_only = ON');
  } else {
    driver.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  }
  const statements = new Map<string, Statement>();
  let depth = 0;
  // An inner failure that the outer work caught has left half its writes behind; such a commit must not happen.
  let failure: unknown;
  let hasFailed = false;

  return {
    statement<Row extends SqlRow>(sql: string): Statement<Row> {
      let statement = statements.get(sql);
      if (!statement) {
        assertInvariant(statements.size < statementsMax, 'SQL texts are fixed: put values into parameters');
        statement = prepare(driver, sql);
        statements.set(sql, statement);
      }
      return statement as Statement<Row>;
    },

    transaction<T>(work: () => T): T {
      if (depth > 0) {
        try {
          return work();
        } catch (error) {
          hasFailed = true;
          failure = error;
          throw error;
        }
      }
      driver.exec('BEGIN IMMEDIATE');
      depth = 1;
      hasFailed = false;
      try {
        const result = work();
        assertInvariant(
          !(result instanceof Promise),
          'A transaction is synchronous: nothing is awaited inside',
        );
        if (hasFailed) {
          throw new InvariantError('An inner transaction failed and the outer one went on', {
            cause: failure,
          });
        }
        driver.exec('COMMIT');
        return result;
      } catch (error) {
        // The driver has rolled back by itself after some errors (disk full); a second ROLLBACK would hide the first.
        if (driver.inTransaction) driver.exec('ROLLBACK');
        throw error;
      } finally {
        depth = 0;
      }
    },

    exec(sql: string): void {
      driver.exec(sql);
    },

    close(): void {
      statements.clear();
      // libsql leaves the log beside the file when it closes; emptied, the one file is the whole database.
      if (!options.isReadOnly) emptyLog(driver);
      driver.close();
    },
  };
}

function emptyLog(driver: Libsql.Database): void {
  try {
    driver.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  } catch {
    // A statement that failed half-way still holds its lock. Nothing is lost: the next open reads the log.
  }
}

/**
 * libsql 0.5 does not reset a statement between `all` and `get`, nor after a `get` that failed: the next call would
 * quietly answer with the previous parameters (observed, see the tests). So each way of running has a prepared
 * statement of its own, and a failed one is thrown away.
 */
function prepare(driver: Libsql.Database, sql: string): Statement {
  const names = parameterNames(sql);
  let placeCount: number | undefined;
  const ways = new Map<'run' | 'get' | 'all', Libsql.Statement>();

  function use<T>(way: 'run' | 'get' | 'all', work: (prepared: Libsql.Statement) => T): T {
    let prepared = ways.get(way);
    if (!prepared) {
      prepared = driver.prepare(sql);
      prepared.safeIntegers(true);
      ways.set(way, prepared);
    }
    try {
      return work(prepared);
    } catch (error) {
      ways.delete(way);
      throw error;
    }
  }

  return {
    run(parameters = {}) {
      const bound = bind(sql, names, parameters);
      return use('run', (prepared) => ({ changes: prepared.run(bound).changes }));
    },
    runRows(parameters) {
      // The driver would bind NULL for a value that is missing. Counted here, as only these statements need it.
      placeCount ??= sql.split('?').length - 1;
      assertInvariant(
        names.size === 0 && parameters.length === placeCount,
        `SQL takes ${placeCount} parameters, not ${parameters.length}: ${sql.slice(0, 200)}`,
      );
      const bound = parameters.map(toBound);
      return use('run', (prepared) => ({ changes: prepared.run(bound).changes }));
    },
    get(parameters = {}) {
      const bound = bind(sql, names, parameters);
      const row = use('get', (prepared) => prepared.get(bound));
      return row === undefined ? undefined : toRow(row as Record<string, unknown>);
    },
    all(parameters = {}) {
      const bound = bind(sql, names, parameters);
      return use('all', (prepared) => prepared.all(bound)).map((row) =>
        toRow(row as Record<string, unknown>),
      );
    },
  };
}

/** Names of the `:parameters` in a SQL text, those in quotes and comments left out. */
export function parameterNames(sql: string): ReadonlySet<string> {
  const bare = sql.replace(/'[^']*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  return new Set([...bare.matchAll(/:([a-zA-Z_]\w*)/g)].map((match) => match[1] ?? ''));
}

/** The driver binds NULL for a name it is not given and ignores surplus ones; both are mistakes of ours. */
function bind(sql: string, names: ReadonlySet<string>, parameters: SqlParameters): Record<string, unknown> {
  const bound: Record<string, unknown> = {};
  let count = 0;
  for (const [name, value] of Object.entries(parameters)) {
    assertInvariant(names.has(name), `SQL has no parameter :${name}: ${sql}`);
    assertInvariant(value !== undefined, `Parameter :${name} is undefined: ${sql}`);
    bound[name] = toBound(value);
    count += 1;
  }
  if (count !== names.size) {
    const missing = [...names].filter((name) => !(name in bound));
    throw new InvariantError(`SQL parameters missing: ${missing.join(', ')}: ${sql}`);
  }
  return bound;
}

/** The driver binds every number as a float, which a STRICT column or an untyped expression would notice. */
function toBound(value: SqlValue): SqlValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** Undoes the driver's habits: `_metadata` in rows of get(), ArrayBuffer for blobs in all(), bigint for integers. */
function toRow(raw: Record<string, unknown>): SqlRow {
  const row: SqlRow = {};
  for (const name in raw) {
    if (name === '_metadata') continue;
    row[name] = toValue(raw[name]);
  }
  return row;
}

function toValue(value: unknown): SqlValue {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value as SqlValue;
}
