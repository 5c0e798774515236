'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/checkbox';
import type { FieldProps } from '@/components/ui/field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { linesOf, type FieldOption } from './field-spec';

/** Above this many choices there is a filter over the list. */
const filterFrom = 12;

/** Any number of a list; without a list the ids are typed, one a line. */
export function ManyField(
  props: FieldProps & {
    name: string;
    options: readonly FieldOption[];
    value: string;
    onChange: (value: string) => void;
  },
) {
  const t = useTranslations('fields');
  const id = useId();
  const [filter, setFilter] = useState('');
  const { options, value, onChange, ...field } = props;
  if (options.length === 0) {
    return (
      <TextAreaField
        {...field}
        mono
        rows={3}
        hint={[t('oneALine'), props.hint].filter(Boolean).join(' · ')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const chosen = linesOf(value);
  const unlisted = chosen.filter((line) => !options.some((option) => option.value === line));
  const all = [...unlisted.map((line): FieldOption => ({ value: line, label: line })), ...options];
  const sought = filter.trim().toLowerCase();
  const shown = all.filter(({ label, detail = '' }) => `${label} ${detail}`.toLowerCase().includes(sought));
  return (
    <fieldset className="min-w-0" aria-describedby={`${id}-hint`}>
      <legend className="mb-4 font-medium">
        {props.label} <span className="font-regular text-muted">{t('chosen', { count: chosen.length })}</span>
      </legend>
      {all.length > filterFrom && (
        <TextField
          label={t('filter', { what: props.label })}
          className="mb-8"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <div className="flex max-h-split flex-col gap-4 overflow-y-auto rounded-6 border border-edge-control p-8">
        {shown.length === 0 && <p className="text-muted">{t('noMatches')}</p>}
        {shown.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            description={option.detail}
            checked={chosen.includes(option.value)}
            onChange={(event) =>
              onChange(
                (event.target.checked
                  ? [...chosen, option.value]
                  : chosen.filter((line) => line !== option.value)
                ).join('\n'),
              )
            }
          />
        ))}
      </div>
      {props.hint && (
        <p id={`${id}-hint`} className="mt-4 text-12 text-muted">
          {props.hint}
        </p>
      )}
      {props.error && <p className="mt-4 text-12 text-danger-text">{props.error}</p>}
    </fieldset>
  );
}
