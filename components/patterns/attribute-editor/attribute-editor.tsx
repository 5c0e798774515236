'use client';

import { Braces, FileText, Plus, Rows3 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
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
  /** Asks for the values of hidden rows; text needs all of them. */
  onReveal?: (rows: readonly Attribute[]) => void;
  isRevealing?: boolean;
  /** Tells when the text does not parse, so that the rows are not what it says. */
  onTextProblem?: (isBroken: boolean) => void;
  disabled?: boolean;
}) {
  const t = useTranslations('ui.attributes');
  const common = useTranslations('ui');
  const [view, setView] = useState<'rows' | TextFormat>('rows');
  const [shownIds, setShownIds] = useState<readonly string[]>([]);
  const [focusNumber, setFocusNumber] = useState<number>();
  const list = useRef<HTMLDivElement>(null);
  const { rows, saved, words } = props;

  useEffect(() => {
    if (focusNumber === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-attribute-key="${focusNumber}"]`)?.focus();
    setFocusNumber(undefined);
  }, [focusNumber]);

  const isFull = props.rowsMax !== undefined && rows.length >= props.rowsMax;
  const add = () => {
    props.onChange([...rows, newAttribute()]);
    setFocusNumber(rows.length + 1);
  };
  const remove = (index: number) => {
    props.onChange(rows.filter((_, other) => other !== index));
    // The row that moves up, else the one above.
    setFocusNumber(Math.min(index + 1, rows.length - 1));
  };
  const hidden = rows.filter((row) => row.isHidden);
  const reveal = (wanted: readonly Attribute[]) => {
    setShownIds([...new Set([...shownIds, ...wanted.map(({ id }) => id)])]);
    props.onReveal?.(wanted);
  };
  // A text that does not parse is left behind with its view; the rows are what counts again.
  const changeView = (next: typeof view) => {
    setView(next);
    props.onTextProblem?.(false);
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
          onValueChange={changeView}
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
              {/* As wide as the buttons below, whatever the language. */}
              <span className="invisible h-0 overflow-hidden px-12 text-14 font-medium">
                {common('remove')}
              </span>
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
                isSecret:
                  (row.value !== '' || row.isHidden === true) && (props.looksSecret?.(row.key) ?? false),
                isShown: shownIds.includes(row.id),
                onToggle: () => toggle(row.id),
              }}
              disabled={props.disabled}
              onChange={(next) => props.onChange(rows.map((other) => (other.id === row.id ? next : other)))}
              onRemove={() => remove(index)}
              onReveal={() => reveal([row])}
              isRevealing={props.isRevealing}
              onEnter={index === rows.length - 1 && !isFull ? add : () => setFocusNumber(index + 2)}
            />
          ))}
        </div>
      ) : hidden.length > 0 ? (
        <Note
          tone="info"
          title={t('hiddenTitle', { count: hidden.length })}
          act={
            <Button size="small" pending={props.isRevealing} onClick={() => reveal(hidden)}>
              {t('showValues')}
            </Button>
          }
        >
          {t('hiddenText')}
        </Note>
      ) : (
        <AttributeText
          key={view}
          onBroken={props.onTextProblem}
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
            changeView('rows');
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
