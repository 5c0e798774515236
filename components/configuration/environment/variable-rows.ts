import { newAttribute, type Attribute } from '@/components/patterns/attribute-editor/attribute';
import {
  looksSecret,
  variableKeyProblem,
  variablesBytes,
  type VariableKeyProblem,
} from '@/lib/domain/variables';
import type { VariableRow } from '@/lib/forms/environment';
import type { HiddenVariable } from '@/lib/queries/configuration';

/** Values that somebody asked for, by key. */
export type Revealed = Readonly<Record<string, string>>;

export interface RowChange {
  readonly row: Attribute | undefined;
  readonly saved: HiddenVariable | undefined;
}

const savedPrefix = 'saved-';

/** The saved variable a row began as; its id tells, however the key is edited. */
export function previousKeyOf(row: Attribute): string | undefined {
  return row.id.startsWith(savedPrefix) ? row.id.slice(savedPrefix.length) : undefined;
}

/** The row of a saved variable, with its value when somebody has asked for it. */
export function savedRow(key: string, revealed: Revealed = {}): Attribute {
  const value = revealed[key];
  return { id: `${savedPrefix}${key}`, key, value: value ?? '', isHidden: value === undefined };
}

/** Puts values that came in where they are still hidden; what was typed meanwhile stays. */
export function showValues(rows: readonly Attribute[], values: Revealed): Attribute[] {
  return rows.map((row) => {
    const value = values[previousKeyOf(row) ?? ''];
    return row.isHidden && value !== undefined ? { ...row, value, isHidden: false } : row;
  });
}

function isUnchanged(row: Attribute, revealed: Revealed): boolean {
  const previousKey = previousKeyOf(row);
  if (previousKey === undefined || row.key !== previousKey) return false;
  return row.isHidden === true || row.value === revealed[previousKey];
}

/** Rows that are new, changed or gone, in their order in the form, the gone ones last. */
export function rowChanges(
  rows: readonly Attribute[],
  saved: readonly HiddenVariable[],
  revealed: Revealed,
): readonly RowChange[] {
  const touched = rows
    .filter((row) => !isUnchanged(row, revealed))
    .map((row) => ({ row, saved: saved.find(({ key }) => key === previousKeyOf(row)) }));
  const gone = saved
    .filter(({ key }) => !rows.some((row) => previousKeyOf(row) === key))
    .map((variable) => ({ row: undefined, saved: variable }));
  return [...touched, ...gone];
}

/** What is wrong with each row's key, by row id; rows without a problem are not in it. */
export function keyProblems(rows: readonly Attribute[]): Readonly<Record<string, VariableKeyProblem>> {
  const keys = rows.map(({ key }) => key);
  const found = rows.flatMap((row) => {
    const problem = variableKeyProblem(row.key, keys);
    // A key that is saved already is AWS's to judge, not ours.
    const isOurs = problem === 'duplicate' || row.key !== previousKeyOf(row);
    return problem && isOurs ? [[row.id, problem] as const] : [];
  });
  return Object.fromEntries(found);
}

/** What counts towards AWS's limit, hidden values by their known size. */
export function bytesOf(rows: readonly Attribute[], saved: readonly HiddenVariable[]): number {
  return rows.reduce((sum, row) => {
    const hidden = row.isHidden ? saved.find(({ key }) => key === previousKeyOf(row)) : undefined;
    return sum + variablesBytes([[row.key, row.value]]) + (hidden?.valueBytes ?? 0);
  }, 0);
}

/** The rows as the action takes them. */
export function toVariableRows(rows: readonly Attribute[]): VariableRow[] {
  return rows.map((row) =>
    row.isHidden
      ? { key: row.key, keep: true, previousKey: previousKeyOf(row) ?? row.key }
      : { key: row.key, value: row.value },
  );
}

/** My rows on top of what somebody else saved: theirs come in where I left things alone. */
export function rebaseRows(
  rows: readonly Attribute[],
  from: readonly HiddenVariable[],
  onto: readonly HiddenVariable[],
  revealed: Revealed,
): Attribute[] {
  const mine = rows.flatMap((row) => {
    const previousKey = previousKeyOf(row);
    if (previousKey === undefined) return [row];
    const isThere = onto.some(({ key }) => key === previousKey);
    // A value that was seen may be old by now: an untouched row goes back to "keep what is saved".
    if (isUnchanged(row, revealed)) return isThere ? [savedRow(previousKey)] : [];
    if (isThere) return [row];
    return row.isHidden ? [] : [newAttribute(row.key, row.value)];
  });
  const known = new Set([...from, ...mine].map(({ key }) => key));
  return [...mine, ...onto.filter(({ key }) => !known.has(key)).map(({ key }) => savedRow(key))];
}

/** A value as the review shows it: in clear only when it was typed or asked for and does not look secret. */
export function reviewValue(key: string, value: string | undefined): string {
  return value === undefined || looksSecret(key) ? '••••' : value;
}
