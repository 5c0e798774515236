import type { FunctionKey } from './records.ts';

/** Records are some kilobytes; more functions than this are not called in one second. */
const recordsMax = 1000;

export interface RecordCache<Kept> {
  /** The record as it was last read or, if it is not known, as `read` finds it. A missing one is not remembered. */
  find<Found extends Kept | undefined>(key: FunctionKey, qualifier: string, read: () => Found): Kept | Found;
  /** Before a write. */
  forget(key: FunctionKey, qualifier: string): void;
  /** After a roll-back: what was read inside may never have been. */
  clear(): void;
}

/**
 * What a call reads of its function (the function, its version, its policy) as the last statement found it, so that a
 * call costs no query. Every write forgets its record; records are never changed in place.
 */
export function createRecordCache<Kept extends object>(): RecordCache<Kept> {
  const records = new Map<string, Kept>();
  const idOf = (key: FunctionKey, qualifier: string) =>
    `${key.accountId}/${key.region}/${key.name}:${qualifier}`;

  return {
    find(key, qualifier, read) {
      const id = idOf(key, qualifier);
      const known = records.get(id);
      if (known) return known;
      const record = read();
      if (!record) return record;
      if (records.size >= recordsMax) records.clear();
      records.set(id, record);
      return record;
    },
    forget: (key, qualifier) => void records.delete(idOf(key, qualifier)),
    clear: () => records.clear(),
  };
}
