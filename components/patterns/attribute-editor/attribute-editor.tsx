'use client';

import { Braces, FileText, Plus, Rows3 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { Segmented } from '@/components/ui/segmented';
import { type Attribute, type AttributeProblem, newAttribute, type TextFormat } from './attribute';
import { AttributeRow, type RowWords } from './attribute-row';
import { AttributeText } from './attribute-text';

/** Rows of key and value, or the same as text. The caller keeps the rows and says what is wrong with them. */
export function AttributeEditor(props: {
  title: string;
  rows: readonly Attribute[];
  onChange: (rows: readonly Attribute[]) => void;
  /** What is saved, by key: a row that differs carries the changed bar. */
  saved: Readonly<Record<string, string>>;
  /** By row id. */
  problems?: Readonly<Record<string, AttributeProblem>>;
  words: RowWords & { add: string };
  /** True for keys whose values stay dots until asked for. */
  looksSecret?: (key: string) => boolean;
  meter?: { label: string; value: number; max: number; text: string };
  rowsMax?: number;
  disabled?: boolean;
}) {
  const t = useTranslations('ui.attributes');
  const [view, setView] = useState<'rows' | TextFormat>('rows');
  const [shownIds, setShownIds] = useState<readonly string[]>([]);
  const [focusId, setFocusId] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const { rows, saved, words } = props;

  useEffect(() => {
    if (!focusId) return;
    list.current?.querySelector<HTMLElement>(`[data-attribute-key="${focusId}"]`)?.focus();
    setFocusId(undefined);
  }, [focusId]);

  const isFull = props.rowsMax !== undefined && rows.length >= props.rowsMax;
  const add = () => {
    const row = newAttribute();
    props.onChange([...rows, row]);
    setFocusId(row.id);
  };
  const remove = (index: number) => {
    props.onChange(rows.filter((_, other) => other !== index));
    setFocusId((rows[index + 1] ?? rows[index - 1])?.id);
  };
  const toggle = (id: string) =>
    setShownIds(shownIds.includes(id) ? shownIds.filter((other) => other !== id) : [...shownIds, id]);
  const changeOf = (row: Attribute) => {
    const isNew = !(row.key in saved);
    return { key: isNew && row.key !== '', value: isNew ? row.value !== '' : saved[row.key] !== row.value };
  };

  return (
    <section aria-label={props.title} className="flex flex-col gap-12">
      <div className="flex flex-wrap items-center justify-between gap-8">
        <h2 className="text-16">
          {props.title} <span className="font-regular text-muted">({rows.length})</span>
        </h2>
        <Segmented
          label={t('view')}
          options={[
            { value: 'rows', label: t('rows'), icon: <Rows3 aria-hidden size={14} strokeWidth={1.75} /> },
            { value: 'env', label: '.env', icon: <FileText aria-hidden size={14} strokeWidth={1.75} /> },
            { value: 'json', label: 'JSON', icon: <Braces aria-hidden size={14} strokeWidth={1.75} /> },
          ]}
          value={view}
          onValueChange={setView}
        />
      </div>
      {view === 'rows' ? (
        <div ref={list} className="flex flex-col gap-8">
          {rows.length === 0 && <p className="text-muted">{t('none')}</p>}
          {rows.length > 0 && (
            <div
              aria-hidden
              className="hidden gap-8 text-12 text-muted tablet:grid tablet:grid-cols-attribute"
            >
              <span>{words.key}</span>
              <span>{words.value}</span>
            </div>
          )}
          {rows.map((row, index) => (
            <AttributeRow
              key={row.id}
              row={row}
              number={index + 1}
              words={words}
              problem={props.problems?.[row.id]}
              changed={changeOf(row)}
              mask={{
                isSecret: row.value !== '' && (props.looksSecret?.(row.key) ?? false),
                isShown: shownIds.includes(row.id),
                onToggle: () => toggle(row.id),
              }}
              disabled={props.disabled}
              onChange={(next) => props.onChange(rows.map((other) => (other.id === row.id ? next : other)))}
              onRemove={() => remove(index)}
              onEnter={index === rows.length - 1 && !isFull ? add : () => setFocusId(rows[index + 1]?.id)}
            />
          ))}
        </div>
      ) : (
        <AttributeText
          key={view}
          label={`${props.title} (${view === 'env' ? '.env' : 'JSON'})`}
          format={view}
          rows={rows}
          disabled={props.disabled}
          onChange={props.onChange}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-12">
        <Button
          icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
          disabled={props.disabled}
          disabledReason={isFull ? t('full', { max: props.rowsMax ?? 0 }) : undefined}
          onClick={() => {
            setView('rows');
            add();
          }}
        >
          {words.add}
        </Button>
        {props.meter && <Progress {...props.meter} />}
      </div>
    </section>
  );
}
