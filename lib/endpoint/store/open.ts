import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openBlobs } from './blobs.ts';
import type { Database, Store } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { migrations as ownMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { openSqlite } from './sqlite.ts';
import { StoreError } from './store-error.ts';

export interface StoreOptions {
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
  /** For tests of the migration machinery; the program's own steps by default. */
  readonly migrations?: readonly Migration[];
  /** Called with the path of a new folder, before anything that makes it an old one is in it. */
  readonly onNew?: (folder: string) => void;
}

/** The database file of a data folder; worker threads open it read-only beside the store. */
export function databaseFile(folder: string): string {
  return path.join(folder, 'lambdeck.db');
}

/**
 * Opens, or creates, a data folder for this process alone, brings its tables up to date, and removes what a killed
 * run left half-done. Throws a StoreError with one clear sentence when the folder is in use, written by a newer
 * version, or not usable.
 */
export async function openStore(folder: string, options: StoreOptions = {}): Promise<Store> {
  const now = options.now ?? Date.now;
  const migrations = options.migrations ?? ownMigrations;
  const absolute = path.resolve(folder);
  try {
    await assertParentIsWritable(absolute);
    await mkdir(absolute, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw notUsable(absolute, error);
  }
  const isNew = !existsSync(databaseFile(absolute));
  const lock = lockOrExplain(absolute, new Date(now()));
  try {
    if (isNew) options.onNew?.(absolute);
    const database = openSqlite(databaseFile(absolute));
    try {
      migrate(database, absolute, migrations, new Date(now()));
      const blobs = await openBlobs(path.join(absolute, 'blobs'));
      const swept = await blobs.sweep(blobsInUse(database, migrations));
      const recovered: string[] = [];
      if (lock.unclean) {
        recovered.push(
          `The last run (process ${lock.unclean.pid}, since ${lock.unclean.since}) did not stop cleanly.`,
        );
      }
      if (swept.temporaryFiles > 0) recovered.push(`Removed ${swept.temporaryFiles} half-written file(s).`);
      if (swept.orphans > 0)
        recovered.push(`Removed ${swept.orphans} stored file(s) that nothing refers to.`);

      let isOpen = true;
      return {
        folder: absolute,
        database,
        blobs,
        recovered,
        isNew,
        // Async by contract, so that another driver may need time; a second call does nothing.
        close(): Promise<void> {
          if (isOpen) {
            isOpen = false;
            database.close();
            lock.release('stopped');
          }
          return Promise.resolve();
        },
      };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    lock.release('failed-to-start');
    throw error;
  }
}

function lockOrExplain(folder: string, now: Date): ReturnType<typeof lockFolder> {
  try {
    return lockFolder(folder, now);
  } catch (error) {
    throw error instanceof StoreError ? error : notUsable(folder, error);
  }
}

function notUsable(folder: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(
    'not-usable',
    `The data folder ${folder} cannot be used: ${reason}. Check its permissions, or set LAMBDECK_DATA to another folder.`,
    { cause: error },
  );
}

/** Asks each column that the migrations declare; the sweep runs before any service, so nothing is in flight. */
function blobsInUse(database: Database, migrations: readonly Migration[]): (name: string) => boolean {
  const queries = migrations
    .flatMap((step) => step.blobColumns ?? [])
    .map(({ table, column }) => database.statement(`SELECT 1 FROM ${table} WHERE ${column} = :name LIMIT 1`));
  return (name) => queries.some((query) => query.get({ name }) !== undefined);
}

/** Node's recursive mkdir never returns below /proc; asking the nearest folder that exists gives an error instead. */
async function assertParentIsWritable(absolute: string): Promise<void> {
  let parent = absolute;
  while (!existsSync(parent) && parent !== path.dirname(parent)) parent = path.dirname(parent);
  if (/^\/(proc|sys)(\/|$)/.test(parent)) throw new Error(`${parent} holds no files`);
  await access(parent, constants.W_OK);
}
