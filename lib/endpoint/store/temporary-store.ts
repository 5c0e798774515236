import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Store } from './database.ts';
import { openStore, type StoreOptions } from './open.ts';

/** For tests: a store in an empty folder that goes away with it (`await using`). */
export async function openTemporaryStore(options: StoreOptions = {}): Promise<Store & AsyncDisposable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lambdeck-store-'));
  const store = await openStore(folder, options);
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
