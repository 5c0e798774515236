import { invalidArgument } from './errors.ts';
import type { From } from './repository-objects.ts';

/** The first text that is greater than all that begin with this one; undefined when there is none. */
export function afterPrefix(prefix: string): string | undefined {
  const characters = [...prefix];
  for (let last = characters.pop(); last !== undefined; last = characters.pop()) {
    const code = last.codePointAt(0) ?? 0;
    if (code >= 0x10ffff) continue;
    // Between the two lie the halves of pairs, which no text can hold alone.
    const next = code === 0xd7ff ? 0xe000 : code + 1;
    return characters.join('') + String.fromCodePoint(next);
  }
  return undefined;
}

export interface FoldOptions {
  readonly prefix: string;
  readonly delimiter: string;
  readonly countMax: number;
  /** Keys up to this one are passed over; empty for none. */
  readonly after: string;
}

export interface Folded<Item> {
  readonly items: readonly Item[];
  readonly prefixes: readonly string[];
  /** The last key or prefix, when there is more behind it. */
  readonly next: { readonly name: string; readonly item: Item | undefined } | undefined;
}

/** Where a listing begins. */
export function startOf({ prefix, delimiter, after }: Omit<FoldOptions, 'countMax'>): From | undefined {
  const below = afterPrefix(prefix);
  if (after === '' || Buffer.compare(Buffer.from(after), Buffer.from(prefix)) < 0)
    return { key: prefix, isIncluded: true, below };
  const folded = foldedName(after, prefix, delimiter);
  if (folded === after) {
    const key = afterPrefix(folded);
    return key === undefined ? undefined : { key, isIncluded: true, below };
  }
  return { key: after, isIncluded: false, below };
}

function foldedName(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '' || !key.startsWith(prefix)) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

/**
 * Lists names in order and folds those that share what stands before the delimiter into one. Of a fold one row is
 * read, whatever lies in it. `read` gives up to so many rows from a place on; `isStart` where that is the listing's.
 */
export function foldList<Item extends { readonly key: string }>(
  options: FoldOptions,
  read: (from: From, countMax: number, isStart: boolean) => readonly Item[],
  start = startOf(options),
): Folded<Item> {
  const { prefix, delimiter, countMax } = options;
  const items: Item[] = [];
  const prefixes: string[] = [];
  let next: Folded<Item>['next'];
  let from = countMax > 0 ? start : undefined;
  let isStart = true;
  while (from) {
    const { below }: From = from;
    const left = countMax - items.length - prefixes.length;
    const rows: readonly Item[] = read(from, left + 1, isStart);
    isStart = false;
    from = undefined;
    for (const item of rows) {
      if (items.length + prefixes.length >= countMax) return { items, prefixes, next };
      const folded = foldedName(item.key, prefix, delimiter);
      if (folded !== undefined) {
        prefixes.push(folded);
        next = { name: folded, item: undefined };
        const key = afterPrefix(folded);
        if (key !== undefined) from = { key, isIncluded: true, below };
        break;
      }
      items.push(item);
      next = { name: item.key, item };
    }
  }
  return { items, prefixes, next: undefined };
}

const tokenPrefix = 'lambdeck1:';

/** A place in a listing that the caller hands back; opaque to it. */
export function writeToken(name: string): string {
  return Buffer.from(tokenPrefix + name).toString('base64url');
}

export function readToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString();
  if (!text.startsWith(tokenPrefix)) {
    throw invalidArgument('The continuation token provided is incorrect', {
      ArgumentName: 'continuation-token',
    });
  }
  return text.slice(tokenPrefix.length);
}

/** As `encoding-type=url` asks: spaces are plus signs, slashes stay. */
export function encoderOf(type: string | undefined): (text: string) => string {
  if (type === undefined) return (text) => text;
  if (type !== 'url')
    throw invalidArgument('Invalid Encoding Method specified in Request', {
      ArgumentName: 'encoding-type',
      ArgumentValue: type,
    });
  return (text) =>
    encodeURIComponent(text)
      .replace(/[!'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+')
      .replaceAll('%2F', '/');
}
