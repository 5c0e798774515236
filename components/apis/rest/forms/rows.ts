import type { Texts } from '@/lib/domain/rest-api/method';
import type { ListRow } from './row-list';

/** Texts by name as rows of two columns. */
export function rowsOfTexts(texts: Texts, key: string, value: string): readonly ListRow[] {
  return Object.entries(texts).map(([name, text]) => ({ [key]: name, [value]: text }));
}

/** Rows of two columns as texts by name; rows without a name are left out. */
export function textsOfRows(rows: readonly ListRow[], key: string, value: string): Texts {
  return Object.fromEntries(
    rows
      .map((row) => [(row[key] ?? '').trim(), (row[value] ?? '').trim()] as const)
      .filter(([name]) => name !== ''),
  );
}

/** Names that stand in more than one row, and rows without one, by row number. */
export function rowProblems(
  rows: readonly ListRow[],
  key: string,
  words: { readonly twice: (name: string) => string; readonly missing: string },
): Readonly<Record<number, string>> {
  const seen = new Set<string>();
  const problems: Record<number, string> = {};
  for (const [index, row] of rows.entries()) {
    const name = (row[key] ?? '').trim();
    if (name === '') problems[index] = words.missing;
    else if (seen.has(name.toLowerCase())) problems[index] = words.twice(name);
    seen.add(name.toLowerCase());
  }
  return problems;
}

/** Lines of a text without blanks around them, and without empty ones. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Texts by name in a line each, for a review. */
export function textsInWords(texts: Texts): string {
  return Object.entries(texts)
    .map(([name, text]) => `${name} = ${text}`)
    .join('\n');
}
