import type { FunctionKey, FunctionRecord } from './records.ts';

/** Records are some kilobytes; more functions than this are not called in one second. */
const recordsMax = 1000;

export interface RecordCache {
  /** The record as it was last read or, if it is not known, as `read` finds it. A missing one is not remembered. */
  find(key: FunctionKey, version: string, read: () => FunctionRecord | undefined): FunctionRecord | undefined;
  /** Before a write. */
  forget(key: FunctionKey, version: string): void;
  /** After a roll-back: what was read inside may never have been. */
  clear(): void;
}

/**
 * Functions and versions as the last statement found them, so that a call costs no query. Every write forgets its
 * record; records are never changed in place.
 */
export function createRecordCache(): RecordCache {
  const records = new Map<string, FunctionRecord>();
  const idOf = (key: FunctionKey, version: string) => `${key.accountId}/${key.region}/${key.name}:${version}`;

  return {
    find(key, version, read) {
      const id = idOf(key, version);
      const known = records.get(id);
      if (known) return known;
      const record = read();
      if (!record) return undefined;
      if (records.size >= recordsMax) records.clear();
      records.set(id, record);
      return record;
    },
    forget: (key, version) => void records.delete(idOf(key, version)),
    clear: () => records.clear(),
  };
}
