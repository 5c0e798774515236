/** One room of the house: what lives there and what it may import. */
export interface Room {
  readonly name: string;
  /** Files of the room, relative to the checkout. The first room of the table that matches owns a file. */
  readonly files: RegExp;
  /** What lives there, for the failure message. */
  readonly purpose: string;
  readonly mayImport: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly mayImportTypesOf?: readonly string[];
  /** `none`: no package at all, no Node, no React. A list: these only (prefixes). Absent: anything installed. */
  readonly packages?: 'none' | readonly string[];
  /** Runs on the server only: every module of it that is more than pure rules says so in its first line. */
  readonly isServerOnly?: boolean;
}
