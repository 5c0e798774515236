'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { TextInput } from '@/components/ui/text-input';
import { resourceHref, type RestTarget } from '../rest-hrefs';
import { VerbText } from '../verb-text';
import { foldedAtFirst, rowsInView, type TreeRow } from './tree-rows';

const indents = ['pl-8', 'pl-16', 'pl-24', 'pl-32', 'pl-40'];
const indentOf = (depth: number) => indents[Math.min(depth, indents.length - 1)] ?? '';

/** Resources with their methods below them; each is a link, folding is a button beside it. */
export function ResourceTree(props: {
  target: RestTarget;
  rows: readonly TreeRow[];
  selected: { readonly resourceId: string; readonly verb: string | undefined };
  /** How many the API has; more than `rows` when not all were read. */
  isCut: boolean;
}) {
  const t = useTranslations('restApis');
  const { rows, selected, target } = props;
  const [filter, setFilter] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(foldedAtFirst(rows, selected.resourceId)),
  );
  const list = useRef<HTMLUListElement>(null);
  const isFiltered = filter.trim() !== '';
  const shown = rowsInView(rows, folded, filter);
  const toggle = (id: string) => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
  };
  const handleKey = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    links[at + step]?.focus();
  };
  return (
    <div className="flex shrink-0 flex-col gap-8">
      <TextInput
        type="search"
        aria-label={t('findResource')}
        placeholder={t('findResource')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {shown.length === 0 && <p className="text-muted">{t('noMatch')}</p>}
      <ul ref={list} onKeyDown={handleKey} className="flex flex-col">
        {shown.map((row) => (
          <ResourceLines
            key={row.id}
            row={row}
            target={target}
            selected={selected}
            isOpen={isFiltered || !folded.has(row.id)}
            onToggle={isFiltered ? undefined : () => toggle(row.id)}
          />
        ))}
      </ul>
      <p className="text-12 text-muted" role={isFiltered ? 'status' : undefined}>
        {t('shown', { shown: shown.length, total: rows.length })}
      </p>
      {props.isCut && <p className="text-12 text-warning-text">{t('cut')}</p>}
    </div>
  );
}

const lineClass = (isCurrent: boolean) =>
  `flex min-h-target min-w-0 flex-1 items-center gap-8 rounded-6 px-8 ${isCurrent ? 'bg-selected font-medium text-accent-text' : 'hover:bg-hover'}`;

function ResourceLines(props: {
  row: TreeRow;
  target: RestTarget;
  selected: { readonly resourceId: string; readonly verb: string | undefined };
  isOpen: boolean;
  /** Absent while a filter decides what is open. */
  onToggle: (() => void) | undefined;
}) {
  const t = useTranslations('restApis');
  const { row, target, selected, isOpen } = props;
  const isHere = row.id === selected.resourceId;
  const canFold = row.hasChildren || row.methods.length > 0;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className={indentOf(row.depth)}>
      <div className="flex items-center">
        {canFold ? (
          <button
            type="button"
            disabled={!props.onToggle}
            onClick={props.onToggle}
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'fold' : 'unfold', { path: row.path })}
            className="grid size-target shrink-0 place-items-center rounded-4 text-muted hover:bg-hover"
          >
            <Chevron aria-hidden size={14} strokeWidth={1.75} />
          </button>
        ) : (
          <span className="size-target shrink-0" />
        )}
        <Link
          href={resourceHref(target, { resource: row.id })}
          aria-current={isHere && selected.verb === undefined ? 'page' : undefined}
          data-focus="inset"
          data-tooltip={row.path}
          className={lineClass(isHere && selected.verb === undefined)}
        >
          <span className="truncate font-mono text-13">{row.label}</span>
        </Link>
      </div>
      {isOpen && row.methods.length > 0 && (
        <ul className="pl-24">
          {row.methods.map((method) => {
            const isCurrent = isHere && selected.verb === method.verb;
            return (
              <li key={method.verb} className="flex">
                <Link
                  href={resourceHref(target, { resource: row.id, method: method.verb })}
                  aria-current={isCurrent ? 'page' : undefined}
                  data-focus="inset"
                  className={lineClass(isCurrent)}
                >
                  <VerbText verb={method.verb} className="w-verb shrink-0" />
                  <span className="truncate text-12 text-muted">{method.target}</span>
                  {method.isChanged && (
                    <span
                      role="img"
                      aria-label={t('notDeployed')}
                      data-tooltip={t('notDeployed')}
                      className="ml-auto size-8 shrink-0 rounded-full bg-warning-solid"
                    />
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
