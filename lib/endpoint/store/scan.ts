import Libsql from 'libsql';

export type ScanValue = string | number | Uint8Array | ArrayBuffer | null;

/** Reads many rows of a file that another thread writes. */
export interface Scan {
  /** Rows as lists of their columns. Integers are JavaScript's numbers, so they must be safe ones. */
  rows(sql: string, parameters: Readonly<Record<string, string | number>>): ScanValue[][];
  close(): void;
}

const busyTimeoutMs = 5000;

/**
 * Opens a database file for reading beside its one writer. What `Database` does for every row (names, big integers,
 * checks) costs more than a scan of a million rows may; here the driver's rows are handed on as they are.
 */
export function openScan(file: string): Scan {
  const driver = new Libsql(file, { timeout: busyTimeoutMs });
  driver.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}; PRAGMA query_only = ON`);
  const statements = new Map<string, Libsql.Statement>();
  return {
    rows(sql, parameters) {
      let statement = statements.get(sql);
      if (!statement) {
        statement = driver.prepare(sql).raw(true);
        statements.set(sql, statement);
      }
      const bound: Record<string, string | bigint> = {};
      // The driver binds every number as a float.
      for (const [name, value] of Object.entries(parameters)) {
        bound[name] = typeof value === 'number' ? BigInt(value) : value;
      }
      return statement.all(bound) as ScanValue[][];
    },
    close() {
      statements.clear();
      driver.close();
    },
  };
}
