'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import type { BulkPreview } from '@/lib/domain/bulk-change';
import type { BulkRun } from './use-bulk-run';

const rowsAtFirst = 100;

/** Before and after of each function, and how far it is. */
export function PreviewTable(props: { previews: readonly BulkPreview[]; run: BulkRun }) {
  const t = useTranslations('bulk');
  const [count, setCount] = useState(rowsAtFirst);
  const { previews, run } = props;
  const cell = 'border-b border-edge px-cell py-8 align-top wrap-anywhere';
  const status = ({ name, outcome, refusal }: BulkPreview): string => {
    const one = run.progress[name];
    if (one)
      return one.status === 'failed'
        ? t('failedBecause', { message: one.message })
        : t(`progress.${one.status}`);
    return refusal ? t(`refusal.${refusal}`) : t(`outcome.${outcome}`);
  };
  const toneOf = ({ name, outcome }: BulkPreview) => {
    const state = run.progress[name]?.status;
    if (state === 'failed') return 'text-danger-text';
    if (state === 'done') return 'text-success-text';
    return !state && outcome === 'refused' ? 'text-warning-text' : 'text-muted';
  };
  return (
    <div className="flex flex-col items-start gap-12 overflow-x-auto">
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">{t('preview')}</caption>
        <thead className="text-12 text-muted">
          <tr>
            {(['function', 'before', 'after', 'status'] as const).map((id) => (
              <th key={id} scope="col" className="border-b border-edge-strong px-cell py-8 font-medium">
                {t(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {previews.slice(0, count).map((row) => (
            <tr key={row.name}>
              <th scope="row" className={`${cell} font-regular`}>
                {row.name}
              </th>
              <td className={cell}>{row.before === undefined ? t('unknown') : row.before || '–'}</td>
              <td className={cell}>{row.after || '–'}</td>
              <td className={`${cell} ${toneOf(row)}`}>{status(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {previews.length > count && (
        <Button onClick={() => setCount((shown) => shown + rowsAtFirst)}>
          {t('more', { count: previews.length - count })}
        </Button>
      )}
    </div>
  );
}
