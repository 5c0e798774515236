'use client';

import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { SelectControl } from '@/components/ui/select-field';
import { TextInput } from '@/components/ui/text-input';

export interface ListColumn {
  readonly id: string;
  readonly label: string;
  readonly kind?: 'text' | 'select' | 'check';
  /** For `select`. */
  readonly options?: readonly string[];
  readonly mono?: boolean;
  readonly placeholder?: string;
}

/** The cells of one row by column id; a tick is the text `true`. */
export type ListRow = Readonly<Record<string, string>>;

/** Short rows of text, choices and ticks, with a way to add and to remove. The first column names the row. */
export function RowList(props: {
  title: string;
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
  onChange: (rows: readonly ListRow[]) => void;
  addLabel: string;
  emptyText: string;
  hint?: string;
  /** What a new row begins with. */
  newRow?: ListRow;
  /** By row number; said under the row. */
  problems?: Readonly<Record<number, string>>;
}) {
  const t = useTranslations('restForms');
  const { columns, rows } = props;
  const list = useRef<HTMLDivElement>(null);
  const [focusRow, setFocusRow] = useState<number>();
  useEffect(() => {
    if (focusRow === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${focusRow}"] input`)?.focus();
    setFocusRow(undefined);
  }, [focusRow]);
  const set = (at: number, id: string, value: string) =>
    props.onChange(rows.map((row, index) => (index === at ? { ...row, [id]: value } : row)));
  return (
    <section aria-label={props.title} className="flex flex-col gap-8">
      <h2 className="text-14">
        {props.title} <span className="font-regular text-muted">({rows.length})</span>
      </h2>
      {props.hint && <p className="text-12 text-muted">{props.hint}</p>}
      {rows.length === 0 && <p className="text-muted">{props.emptyText}</p>}
      <div ref={list} className="flex flex-col gap-8">
        {rows.map((row, index) => (
          <div key={index} data-row={index} className="flex flex-col gap-4">
            <div className="flex flex-wrap items-center gap-8 tablet:flex-nowrap">
              {columns.map((column) => (
                <ListCell
                  key={column.id}
                  column={column}
                  label={t('row', { column: column.label, number: index + 1 })}
                  value={row[column.id] ?? ''}
                  isInvalid={props.problems?.[index] !== undefined && column === columns[0]}
                  onChange={(value) => set(index, column.id, value)}
                />
              ))}
              <IconButton
                label={t('removeRow', {
                  what: row[columns[0]?.id ?? ''] || t('thisRow', { number: index + 1 }),
                })}
                onClick={() => props.onChange(rows.filter((_, other) => other !== index))}
              >
                <X aria-hidden size={16} strokeWidth={1.75} />
              </IconButton>
            </div>
            {props.problems?.[index] && <p className="text-12 text-danger-text">{props.problems[index]}</p>}
          </div>
        ))}
      </div>
      <div>
        <Button
          icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
          onClick={() => {
            props.onChange([...rows, props.newRow ?? {}]);
            setFocusRow(rows.length);
          }}
        >
          {props.addLabel}
        </Button>
      </div>
    </section>
  );
}

function ListCell(props: {
  column: ListColumn;
  label: string;
  value: string;
  isInvalid: boolean;
  onChange: (value: string) => void;
}) {
  const { column, label, value, onChange } = props;
  switch (column.kind) {
    case 'check':
      return (
        <Checkbox
          label={column.label}
          aria-label={label}
          checked={value === 'true'}
          onChange={(event) => onChange(String(event.target.checked))}
        />
      );
    case 'select':
      return (
        <span className="min-w-0 flex-1">
          <SelectControl
            ariaLabel={label}
            placeholder={column.label}
            options={(column.options ?? []).map((option) => ({ value: option, label: option }))}
            value={value}
            onValueChange={onChange}
          />
        </span>
      );
    default:
      return (
        <TextInput
          aria-label={label}
          placeholder={column.placeholder ?? column.label}
          mono={column.mono ?? true}
          invalid={props.isInvalid}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="min-w-field-short flex-1"
        />
      );
  }
}
