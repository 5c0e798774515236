import path from 'node:path';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens a second database file in a data folder that is already open (and thus locked), for data that is large and
 * less precious than the control plane's: a commit survives the death of the program, but the last ones may be lost
 * when the machine loses power (`synchronous=NORMAL`). Throws a StoreError like `openStore`.
 */
export function openSideDatabase(
  folder: string,
  fileName: string,
  migrations: readonly Migration[],
): Database {
  const database = openSqlite(path.join(folder, fileName));
  try {
    database.exec('PRAGMA synchronous = NORMAL');
    migrate(database, folder, migrations, new Date());
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
