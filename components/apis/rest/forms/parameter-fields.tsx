'use client';

import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/checkbox';
import type { RequestDraft } from './request-draft';
import { RowList, type ListRow } from './row-list';
import { rowProblems } from './rows';

/** The parameters of a request: those of its path by name, query strings and headers as one likes. */
export function ParameterFields(props: {
  draft: RequestDraft;
  onChange: (part: Partial<RequestDraft>) => void;
}) {
  const t = useTranslations('restForms.request');
  const words = useTranslations('restForms');
  const { draft, onChange } = props;
  const list = (title: string, rows: readonly ListRow[], set: (rows: readonly ListRow[]) => void) => (
    <RowList
      title={title}
      columns={[
        { id: 'name', label: t('name') },
        { id: 'required', label: t('required'), kind: 'check' },
      ]}
      rows={rows}
      onChange={set}
      problems={rowProblems(rows, 'name', {
        twice: (name) => words('twice', { name }),
        missing: words('nameMissing'),
      })}
      addLabel={words('add')}
      emptyText={t('noneYet')}
    />
  );
  return (
    <>
      {draft.path.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="mb-4 font-medium">{t('path')}</legend>
          <div className="flex flex-wrap gap-x-16 gap-y-8">
            {draft.path.map((row, index) => (
              <Checkbox
                key={row['name']}
                label={<code className="text-13">{row['name']}</code>}
                checked={row['required'] === 'true'}
                onChange={(event) =>
                  onChange({
                    path: draft.path.map((other, at) =>
                      at === index ? { ...other, required: String(event.target.checked) } : other,
                    ),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {list(t('query'), draft.query, (query) => onChange({ query }))}
      {list(t('headers'), draft.headers, (headers) => onChange({ headers }))}
    </>
  );
}
