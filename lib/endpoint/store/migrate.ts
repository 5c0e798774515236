import { createHash } from 'node:crypto';
import { assertInvariant } from '../../shared/invariant.ts';
import type { Database } from './database.ts';
import type { Migration } from './migrations/migration.ts';
import { StoreError } from './store-error.ts';

/** Layout of the data folder itself (which files are where); tables have their own numbers. */
export const folderVersion = 1;

/**
 * Brings the tables up to date and returns the names of the steps that were new. Refuses a folder that a newer
 * program has written.
 */
export function migrate(
  database: Database & { exec(sql: string): void },
  folder: string,
  migrations: readonly Migration[],
  now: Date,
): string[] {
  const sorted = [...migrations].sort((a, b) => a.number - b.number);
  assertInvariant(
    new Set(sorted.map((step) => step.number)).size === sorted.length,
    'Two migrations share a number',
  );

  const found = Number(database.statement('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (found > folderVersion) {
    throw new StoreError(
      'newer-version',
      `The data folder ${folder} has version ${found}; this program knows versions up to ${folderVersion}. ` +
        'Run the newer program, or set LAMBDECK_DATA to another folder.',
    );
  }
  database.transaction(() => {
    database.exec(`PRAGMA user_version = ${folderVersion}`);
    database.exec(
      'CREATE TABLE IF NOT EXISTS store_migration ' +
        '(number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
    );
  });

  const applied = new Map(
    database
      .statement<{ number: number; name: string; sha256: string }>(
        'SELECT number, name, sha256 FROM store_migration',
      )
      .all()
      .map((row) => [row.number, row]),
  );
  const known = new Map(sorted.map((step) => [step.number, step]));
  for (const row of applied.values()) {
    const step = known.get(row.number);
    if (!step) {
      throw new StoreError(
        'newer-version',
        `The data folder ${folder} was written by a newer version of this program (it has the step ` +
          `${row.number} ${row.name}). Run the newer program, or set LAMBDECK_DATA to another folder.`,
      );
    }
    if (row.sha256 !== digest(step)) {
      throw new StoreError(
        'foreign-migration',
        `The data folder ${folder} was written by a different build (its step ${row.number} ${row.name} is not ` +
          'the one of this program). Run the program that wrote it, or set LAMBDECK_DATA to another folder.',
      );
    }
  }

  const fresh = sorted.filter((step) => !applied.has(step.number));
  // All or none: a folder is never left between two versions of the program, and one commit is written, not sixty.
  database.transaction(() => {
    for (const step of fresh) {
      database.exec(step.sql);
      database
        .statement(
          'INSERT INTO store_migration (number, name, sha256, applied_at) VALUES (:number, :name, :sha256, :appliedAt)',
        )
        .run({ number: step.number, name: step.name, sha256: digest(step), appliedAt: now.toISOString() });
    }
  });
  return fresh.map((step) => step.name);
}

/** Layout of the text does not count: the same words are the same step. */
function digest(step: Migration): string {
  return createHash('sha256').update(step.sql.trim().replace(/\s+/g, ' ')).digest('hex');
}
