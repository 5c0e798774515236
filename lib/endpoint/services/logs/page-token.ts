import { invalidParameter } from './errors.ts';
import type { Position } from './repository.ts';

/** Before every event, and after every one. */
export const beginning: Position = { timestampMs: -1, id: 0 };
export const end: Position = { timestampMs: Number.MAX_SAFE_INTEGER, id: 0 };

/** `f/<digits>/s` goes on forwards, `b/<digits>/s` backwards, as CloudWatch Logs writes them. */
export function writeEventToken(direction: 'f' | 'b', { timestampMs, id }: Position): string {
  return `${direction}/${digits(timestampMs + 1, 20)}${digits(id, 36)}/s`;
}

export function readEventToken(token: string): { direction: 'f' | 'b'; position: Position } {
  const parsed = /^([fb])\/(\d{20})(\d{36})\/s$/.exec(token);
  const position = { timestampMs: Number(parsed?.[2]) - 1, id: Number(parsed?.[3]) };
  if (!parsed || !Number.isSafeInteger(position.timestampMs) || !Number.isSafeInteger(position.id)) {
    throw invalidParameter('The specified nextToken is invalid.');
  }
  return { direction: parsed[1] === 'f' ? 'f' : 'b', position };
}

/** Opaque token of the other lists: any small JSON value. */
export function writeListToken(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** `parse` returns undefined for what it did not write. */
export function readListToken<Value>(token: string, parse: (value: unknown) => Value | undefined): Value {
  try {
    const value = parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
    if (value !== undefined) return value;
  } catch {
    // Not JSON: refused below like any other foreign token.
  }
  throw invalidParameter('The specified nextToken is invalid.');
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
