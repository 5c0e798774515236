/** The one SQL interface of the endpoint; the driver behind it can change without a caller noticing. */
export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlRow = Record<string, SqlValue>;
export type SqlParameters = Readonly<Record<string, SqlValue>>;

export interface Statement<Row extends SqlRow = SqlRow> {
  /** Runs a write; named parameters are written `:name` in the SQL and given without the colon. */
  run(parameters?: SqlParameters): { changes: number };
  /** A write of many rows in one statement: its parameters are written `?` and given in their order. */
  runRows(parameters: readonly SqlValue[]): { changes: number };
  get(parameters?: SqlParameters): Row | undefined;
  all(parameters?: SqlParameters): Row[];
}

export interface Database {
  /** Prepared once per SQL text; a missing or surplus parameter name is an InvariantError. */
  statement<Row extends SqlRow = SqlRow>(sql: string): Statement<Row>;
  /** All or nothing; on disk (`synchronous=FULL`) when it returns. Not reentrant: an inner call joins the outer one. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Content-addressed files: written, fsynced and renamed before the name is returned. */
export interface Blobs {
  /** Returns the SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>;
  /**
   * Likewise of bytes as they come, none of which stay in memory. `onName` is told the name before the blob can be
   * found, so that nobody takes it away in between. When the source throws nothing is left.
   */
  putStream(source: AsyncIterable<Uint8Array>, onName: (sha256: string) => void): Promise<string>;
  /** Throws an InvariantError when the blob is gone. */
  read(sha256: string): Promise<Uint8Array>;
  /** Absolute path of an existing blob. */
  pathOf(sha256: string): string;
  delete(sha256: string): Promise<void>;
}

/** An open data folder: one program at a time, one version, recovered if the last run was killed. */
export interface Store {
  readonly folder: string;
  readonly database: Database;
  readonly blobs: Blobs;
  /** Sentences about what the start found and mended; empty after a clean stop. */
  readonly recovered: readonly string[];
  /** True when this start created the folder. */
  readonly isNew: boolean;
  close(): Promise<void>;
}
