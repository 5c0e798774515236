'use client';

import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';
import { pairRow, type PairRow } from './request-draft';

const rowsMax = 100;

/** Names and values in a row each, in their order; a name may come twice. */
export function PairRows(props: {
  title: string;
  addLabel: string;
  rows: readonly PairRow[];
  onChange: (rows: readonly PairRow[]) => void;
  /** True for a row that cannot be sent. */
  isBad?: (row: PairRow) => boolean;
}) {
  const t = useTranslations('apiRunner');
  const { title, rows, onChange } = props;
  const [focusedId, setFocusedId] = useState<number>();
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (focusedId === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-pair="${focusedId}"]`)?.focus();
    setFocusedId(undefined);
  }, [focusedId]);

  const add = () => {
    const row = pairRow();
    onChange([...rows, row]);
    setFocusedId(row.id);
  };
  const change = (id: number, part: Partial<PairRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  return (
    <fieldset ref={list} className="flex min-w-0 flex-col gap-8">
      <legend className="mb-4 font-medium">{title}</legend>
      {rows.map((row, index) => (
        <div key={row.id} className="flex items-center gap-8">
          <TextInput
            mono
            data-pair={row.id}
            aria-label={t('nameOf', { title, number: index + 1 })}
            placeholder={t('name')}
            value={row.name}
            invalid={props.isBad?.(row)}
            onChange={(event) => change(row.id, { name: event.target.value })}
          />
          <TextInput
            mono
            aria-label={t('valueOf', { title, number: index + 1 })}
            placeholder={t('value')}
            value={row.value}
            onChange={(event) => change(row.id, { value: event.target.value })}
          />
          <IconButton
            label={t('removeRow', { name: row.name || String(index + 1) })}
            onClick={() => {
              onChange(rows.filter(({ id }) => id !== row.id));
              setFocusedId((rows[index + 1] ?? rows[index - 1])?.id);
            }}
          >
            <X aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
          disabled={rows.length >= rowsMax}
          onClick={add}
        >
          {props.addLabel}
        </Button>
      </div>
    </fieldset>
  );
}
