import { editLimits } from '@/lib/domain/edit-limits';
import { bytesOf, type Draft, type PackageFile } from '@/lib/domain/working-copy';

/** Drafts in the browser's own storage, one a function, so that a reload or a closed tab loses nothing. */

const databaseName = 'lambdeck';
const storeName = 'drafts';

interface DraftRecord {
  readonly key: string;
  readonly codeSha256: string;
  readonly changes: readonly (readonly [path: string, file: PackageFile | null])[];
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

export interface StoredDraft extends Draft {
  readonly savedAt: number;
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser refused its storage.'));
  });
}

async function openStore(mode: IDBTransactionMode) {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: 'key' });
  const database = await settle(opening);
  const transaction = database.transaction(storeName, mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser refused its storage.'));
  });
  return { store: transaction.objectStore(storeName), done: done.finally(() => database.close()) };
}

const isFile = (file: unknown): file is PackageFile =>
  typeof file === 'object' &&
  file !== null &&
  'mode' in file &&
  typeof file.mode === 'number' &&
  'content' in file &&
  (typeof file.content === 'string' || file.content instanceof Uint8Array);

/** The draft of a function; undefined when there is none, when it cannot be read, or without storage. */
export async function readDraft(key: string): Promise<StoredDraft | undefined> {
  try {
    const { store, done } = await openStore('readonly');
    const record = (await settle(store.get(key))) as Partial<DraftRecord> | undefined;
    await done;
    if (!record || typeof record.codeSha256 !== 'string' || !Array.isArray(record.changes)) return undefined;
    const changes = record.changes.filter(
      ([path, file]) => typeof path === 'string' && (file === null || isFile(file)),
    );
    return { codeSha256: record.codeSha256, changes: new Map(changes), savedAt: Number(record.savedAt) || 0 };
  } catch {
    return undefined;
  }
}

/**
 * Keeps a draft in place of the one before; one without changes is taken out. False when it is too large or the
 * browser has no room: then it lives only as long as the page. The oldest drafts of other functions make room.
 */
export async function keepDraft(key: string, draft: Draft): Promise<boolean> {
  if (draft.changes.size > 0 && bytesOf(draft.changes.values()) > editLimits.draftBytesMax) return false;
  try {
    const { store, done } = await openStore('readwrite');
    if (draft.changes.size === 0) store.delete(key);
    else {
      const record: DraftRecord = {
        key,
        codeSha256: draft.codeSha256,
        changes: [...draft.changes],
        savedAt: Date.now(),
      };
      store.put(record);
      const all = (await settle(store.getAll())) as DraftRecord[];
      const oldest = all.sort((a, b) => b.savedAt - a.savedAt).slice(editLimits.draftsMax);
      for (const { key: old } of oldest) store.delete(old);
    }
    await done;
    return true;
  } catch {
    return false;
  }
}
