import path from 'node:path';
import { inspectArchive } from '../../runtimes/code/archive.ts';
import { CodeCache } from '../../runtimes/code/cache.ts';
import type { Store } from '../../store/database.ts';
import type { CodeArchives } from './parts.ts';

/** Archives of a data folder, unpacked beside it at first use. */
export function createCodeArchives(store: Store): CodeArchives {
  const cache = new CodeCache(path.join(store.folder, 'unpacked'));
  return {
    inspect: (archive) => inspectArchive(archive),
    folderFor: async (blob) => cache.codeFolderFor(blob, store.blobs.pathOf(blob)),
    forget: (blob) => cache.forget(blob),
  };
}
