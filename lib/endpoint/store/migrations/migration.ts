/** One step in the life of the data folder's tables. */
export interface Migration {
  /** Unique; see README.md for who owns which numbers. */
  readonly number: number;
  /** `<service>-<what>`, as in the file's name. */
  readonly name: string;
  /** One or more statements, run in one transaction. */
  readonly sql: string;
  /** Columns whose values are names of blobs, so that the sweep at start knows what is still needed. */
  readonly blobColumns?: readonly { readonly table: string; readonly column: string }[];
}
