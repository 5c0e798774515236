import { invalidParameter } from '../errors.ts';

export const pageSize = 100;

/** A page of records, and the token of the next one: inside is the id of the last record. */
export function toPage<T>(
  found: readonly T[],
  idOf: (record: T) => string,
): { page: readonly T[]; NextToken?: string } {
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  if (found.length <= pageSize || last === undefined) return { page };
  return { page, NextToken: Buffer.from(`after ${idOf(last)}`).toString('base64url') };
}

/** The id to go on after; the empty text for the first page. */
export function readPageToken(token: string | undefined): string {
  if (token === undefined || token === '') return '';
  const parsed = /^after (.+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (parsed?.[1] === undefined) throw invalidParameter('NextToken');
  return parsed[1];
}
