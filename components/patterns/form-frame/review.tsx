'use client';

import { ArrowRight, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import { CodeBlock } from '../code-block';
import type { Change, Snippet } from './change';

/** The list of changes, old to new, and the same change in other tools' words. */
export function Review(props: {
  changes: readonly Change[];
  snippets: readonly Snippet[];
  notes?: ReactNode;
}) {
  const t = useTranslations('ui.formFrame');
  if (props.changes.length === 0) return <p className="text-muted">{t('noChanges')}</p>;
  return (
    <>
      <ul className="rounded-8 border border-edge-strong bg-surface">
        {props.changes.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ul>
      <Snippets snippets={props.snippets} />
      {props.notes}
    </>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const t = useTranslations('ui.formFrame');
  return (
    <li className="border-b border-edge px-12 py-8 last:border-0">
      <div className="flex min-h-target items-center justify-between gap-8">
        <span className="font-medium">{change.label}</span>
        {change.onUndo && (
          <IconButton label={t('undo', { what: change.label })} size="small" onClick={change.onUndo}>
            <Undo2 aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
        )}
      </div>
      <p className="flex flex-wrap items-center gap-x-12 gap-y-4">
        {change.from !== null && (
          <del className="rounded-4 bg-diff-removed-ground px-8 wrap-anywhere">
            {change.from || t('empty')}
          </del>
        )}
        {change.from !== null && change.to !== null && (
          <ArrowRight
            aria-label={t('becomes')}
            role="img"
            size={14}
            strokeWidth={1.75}
            className="text-muted"
          />
        )}
        {change.to !== null && (
          <ins className="rounded-4 bg-diff-added-ground px-8 wrap-anywhere no-underline">
            {change.to || t('empty')}
          </ins>
        )}
        {change.to === null && <span className="text-12 text-muted">{t('removed')}</span>}
      </p>
      {change.note && <p className="mt-4 text-12 text-muted">{change.note}</p>}
    </li>
  );
}

function Snippets({ snippets }: { snippets: readonly Snippet[] }) {
  const t = useTranslations('ui.formFrame');
  const [id, setId] = useState(snippets[0]?.id);
  const shown = snippets.find((snippet) => snippet.id === id) ?? snippets[0];
  if (!shown) return null;
  return (
    <section aria-label={t('sameChange')} className="flex flex-col gap-8">
      <div className="flex items-center justify-between gap-8">
        <h3 className="text-14">{t('sameChange')}</h3>
        {snippets.length > 1 ? (
          <Segmented
            label={t('tool')}
            options={snippets.map(({ id: value, label }) => ({ value, label }))}
            value={shown.id}
            onValueChange={setId}
          />
        ) : (
          <span className="text-12 font-medium text-muted">{shown.label}</span>
        )}
      </div>
      <CodeBlock text={shown.text} title={shown.title} copyLabel={t('copySnippet', { tool: shown.label })} />
      {shown.hint && <p className="text-12 text-muted">{shown.hint}</p>}
    </section>
  );
}
