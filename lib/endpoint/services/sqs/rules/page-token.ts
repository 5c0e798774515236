import { invalidParameterValue } from '../errors.ts';

/** Opaque to callers; inside is the name of the last queue of the page before. */
export function writePageToken(lastName: string): string {
  return Buffer.from(`after ${lastName}`).toString('base64url');
}

/** The name to go on after; the empty text for the first page. */
export function readPageToken(token: string | undefined): string {
  if (token === undefined) return '';
  const parsed = /^after (.+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (parsed?.[1] === undefined) throw invalidParameterValue('Invalid or expired next token.');
  return parsed[1];
}
