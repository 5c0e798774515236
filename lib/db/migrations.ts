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
  -- The shapes better-auth 1.7 expects; \`lib/auth/sign-in.test.ts\` notices when it expects others.
  CREATE TABLE users (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, "emailVerified" INTEGER NOT NULL,
    image TEXT, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL, role TEXT NOT NULL
  ) STRICT;
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY, "expiresAt" TEXT NOT NULL, token TEXT NOT NULL UNIQUE, "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL, "ipAddress" TEXT, "userAgent" TEXT,
    "userId" TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE accounts (
    id TEXT PRIMARY KEY, "accountId" TEXT NOT NULL, "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, "accessToken" TEXT, "refreshToken" TEXT,
    "idToken" TEXT, "accessTokenExpiresAt" TEXT, "refreshTokenExpiresAt" TEXT, scope TEXT, password TEXT,
    "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL
  ) STRICT;
  CREATE TABLE verifications (
    id TEXT PRIMARY KEY, identifier TEXT NOT NULL, value TEXT NOT NULL, "expiresAt" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sessions_user ON sessions ("userId");
  CREATE INDEX accounts_user ON accounts ("userId");
  CREATE INDEX verifications_identifier ON verifications (identifier);
  CREATE TABLE sign_in_failures (
    name TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sign_in_failures_name ON sign_in_failures (name, at);
  -- Hash of the LAMBDECK_ADMIN_PASSWORD that was applied last: a new one in the settings resets the account.
  CREATE TABLE applied_settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE test_events (
    connection_id TEXT NOT NULL,
    region TEXT NOT NULL,
    function_name TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (connection_id, region, function_name, owner_id, name)
  ) STRICT;
  `,
  `
  ALTER TABLE users ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sign_in_failures ADD COLUMN address TEXT NOT NULL DEFAULT '';
  CREATE INDEX sign_in_failures_address ON sign_in_failures (address, at);
  `,
  `
  CREATE TABLE past_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id TEXT NOT NULL,
    region TEXT NOT NULL,
    api_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    request TEXT NOT NULL,
    status INTEGER,
    duration_ms INTEGER,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX past_requests_owner ON past_requests (connection_id, region, api_id, owner_id, id);
  `,
  `
  CREATE TABLE past_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id TEXT NOT NULL,
    region TEXT NOT NULL,
    function_name TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    summary TEXT NOT NULL,
    run TEXT NOT NULL,
    letters INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX past_runs_function ON past_runs (connection_id, region, function_name, owner_id, id);
  CREATE INDEX past_runs_owner ON past_runs (owner_id, id, letters);
  `,
  `
  CREATE TABLE memory_tunings (
    connection_id TEXT NOT NULL,
    region TEXT NOT NULL,
    function_name TEXT NOT NULL,
    former_mb INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    alive_at TEXT NOT NULL,
    PRIMARY KEY (connection_id, region, function_name)
  ) STRICT;
  `,
  `
  -- Two first sign-ins of one person at the same moment make one user.
  CREATE UNIQUE INDEX accounts_provider ON accounts ("providerId", "accountId");
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
