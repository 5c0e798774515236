import 'server-only';
import type Driver from 'libsql';

/** In order; a published one is never edited. The file's `user_version` is how many have run. */
const migrations: readonly string[] = [
  `
  CREATE TABLE connections (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    tone TEXT NOT NULL,
    region TEXT NOT NULL,
    settings TEXT NOT NULL,
    secrets TEXT,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    actor_role TEXT NOT NULL,
    action TEXT NOT NULL,
    connection_id TEXT,
    region TEXT,
    target TEXT,
    operation TEXT,
    outcome TEXT NOT NULL,
    kind TEXT,
    details TEXT NOT NULL,
    request_id TEXT
  ) STRICT;
  CREATE INDEX audit_at ON audit (at);
  CREATE INDEX audit_target ON audit (target);
  CREATE TABLE users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE sessions (
    id_hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_expires ON sessions (expires_at);
  `,
];

/** Brings the file to the newest version; refuses a file written by a newer Lambdeck. */
export function migrate(driver: Driver.Database, file: string): void {
  driver.exec('BEGIN IMMEDIATE');
  try {
    const row = driver.prepare('PRAGMA user_version').get() as { user_version: number };
    if (row.user_version > migrations.length) {
      throw new Error(
        `${file} was written by a newer Lambdeck (version ${row.user_version}, this one knows ${migrations.length}). ` +
          'Start that one, or choose another data folder with LAMBDECK_DATA.',
      );
    }
    for (const sql of migrations.slice(row.user_version)) driver.exec(sql);
    driver.exec(`PRAGMA user_version = ${migrations.length}`);
    driver.exec('COMMIT');
  } catch (error) {
    driver.exec('ROLLBACK');
    throw error;
  }
}
