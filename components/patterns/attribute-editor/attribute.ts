/** One row: a key, its value, and an id that stays while both are edited. */
export interface Attribute {
  readonly id: string;
  readonly key: string;
  readonly value: string;
  /** The saved value is kept and was never shown here: `value` is empty until someone types or asks. */
  readonly isHidden?: boolean;
}

/** What is wrong with a row, said in it. */
export interface AttributeProblem {
  readonly key?: string;
  readonly value?: string;
}

export type TextFormat = 'env' | 'json';

let serial = 0;
/** A row with an id of its own. */
export function newAttribute(key = '', value = ''): Attribute {
  serial += 1;
  return { id: `attribute-${serial}`, key, value };
}

const plainValue = /^[\w@%+=:,./-]*$/;

/** Rows as text: `.env` lines, quoted where needed, or a JSON object. */
export function printAttributes(rows: readonly Attribute[], format: TextFormat): string {
  const filled = rows.filter((row) => row.key !== '' || row.value !== '');
  if (format === 'json') {
    return JSON.stringify(Object.fromEntries(filled.map(({ key, value }) => [key, value])), null, 2);
  }
  return filled
    .map(({ key, value }) => `${key}=${plainValue.test(value) ? value : JSON.stringify(value)}`)
    .join('\n');
}

export type ParsedText =
  | { readonly ok: true; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly ok: false; readonly line: number };

/** Reads what `printAttributes` writes, and what people write by hand: comments, `export`, single quotes. */
export function parseAttributes(text: string, format: TextFormat): ParsedText {
  return format === 'json' ? parseJson(text) : parseEnv(text);
}

function parseJson(text: string): ParsedText {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.trim() === '' ? '{}' : text);
  } catch {
    return { ok: false, line: 1 };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return { ok: false, line: 1 };
  const entries = Object.entries(parsed);
  if (entries.some(([, value]) => typeof value === 'object')) return { ok: false, line: 1 };
  return { ok: true, pairs: entries.map(([key, value]) => [key, String(value)]) };
}

function parseEnv(text: string): ParsedText {
  const pairs: (readonly [string, string])[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const match = /^(?:export\s+)?([^=\s]+)\s*=\s*(.*)$/.exec(line);
    const value = match && unquote(match[2] ?? '');
    if (!match || value === undefined || value === null) return { ok: false, line: index + 1 };
    pairs.push([match[1] ?? '', value]);
  }
  return { ok: true, pairs };
}

/** The value without its quotes; undefined when they do not close. */
function unquote(text: string): string | undefined {
  if (text.startsWith("'")) return text.length > 1 && text.endsWith("'") ? text.slice(1, -1) : undefined;
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Rows for parsed pairs; a key that was there before keeps its row, so that focus and errors stay. */
export function rowsOf(
  pairs: readonly (readonly [string, string])[],
  before: readonly Attribute[],
): Attribute[] {
  const left = [...before];
  return pairs.map(([key, value]) => {
    const at = left.findIndex((row) => row.key === key);
    const [known] = at >= 0 ? left.splice(at, 1) : [];
    return known ? { ...known, value, isHidden: false } : newAttribute(key, value);
  });
}
