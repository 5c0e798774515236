'use client';

import { useTranslations } from 'use-intl/react';
import type { Change } from '@/components/patterns/form-frame/change';
import type { Texts } from '@/lib/domain/rest-api/method';
import { variableProblem } from '@/lib/domain/rest-api/stage';
import { RowList, type ListRow } from '../forms/row-list';

/** What is wrong with a row of variables, by its number. */
export function useVariableProblems(rows: readonly ListRow[]): Readonly<Record<number, string>> {
  const t = useTranslations('restStages.edit');
  const names = rows.map(({ name = '' }) => name.trim());
  const problems: Record<number, string> = {};
  for (const [index, row] of rows.entries()) {
    const problem = variableProblem(names[index] ?? '', (row['value'] ?? '').trim());
    if (problem === 'name') problems[index] = t('badName');
    else if (problem === 'value') problems[index] = t('badValue');
    else if (names.indexOf(names[index] ?? '') < index) problems[index] = t('twice');
  }
  return problems;
}

export function VariableRows(props: {
  title: string;
  rows: readonly ListRow[];
  onChange: (rows: readonly ListRow[]) => void;
  problems: Readonly<Record<number, string>>;
}) {
  const t = useTranslations('restStages');
  return (
    <RowList
      title={props.title}
      columns={[
        { id: 'name', label: t('name') },
        { id: 'value', label: t('value') },
      ]}
      rows={props.rows}
      onChange={props.onChange}
      problems={props.problems}
      addLabel={t('edit.add')}
      emptyText={t('noVariables')}
    />
  );
}

/** Texts that came, went or changed, each a change of its own. */
export function textChanges(before: Texts, after: Texts): readonly Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ id: name, label: name, from: before[name] ?? null, to: after[name] ?? null }));
}
