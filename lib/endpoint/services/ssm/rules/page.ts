import { invalidToken, outOfBounds } from '../errors.ts';

export function readCount(count: number | undefined, byDefault: number, max: number): number {
  if (count === undefined) return byDefault;
  if (count < 1 || count > max) throw outOfBounds('maxResults', `Member must be between 1 and ${max}`);
  return count;
}

export function tokenAfter(name: string): string {
  return Buffer.from(`after:${name}`).toString('base64url');
}

/** The name after which a listing goes on. */
export function readToken(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const text = Buffer.from(token, 'base64url').toString();
  if (!text.startsWith('after:')) throw invalidToken();
  return text.slice('after:'.length);
}
