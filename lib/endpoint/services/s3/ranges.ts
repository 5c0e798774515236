import { refused } from './errors.ts';

/** The first and last byte, counted from 0. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of an object that a Range header asks for; undefined for the whole, which is also the answer to a header
 * that is none or asks for several parts. Throws InvalidRange.
 */
export function readRange(header: string | undefined, size: number): Stretch | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last) throw refused('InvalidRange', { RangeRequested: header, ActualObjectSize: String(size) });
  return { first, last };
}

/** The part of a copy's source, where only a whole and satisfiable range will do. */
export function readCopyRange(header: string | undefined, size: number): Stretch {
  if (header === undefined) return { first: 0, last: size - 1 };
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(header) ?? [];
  const first = Number(from);
  const last = Number(to);
  if (from === undefined || to === undefined || first > last || last >= size)
    throw refused('InvalidRange', { RangeRequested: header, ActualObjectSize: String(size) });
  return { first, last };
}
