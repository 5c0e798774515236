'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';

export interface Difference {
  readonly label: string;
  readonly theirs: string;
  /** What the form says; undefined where the form left the field alone. */
  readonly mine: string | undefined;
}

export interface ConflictPanelProps {
  readonly differences: readonly Difference[];
  readonly onReload: () => void;
  readonly onKeepMine: () => void;
}

/** What the panel shows; the light part beside it loads this. */
export function ConflictPanelBody(props: ConflictPanelProps) {
  const t = useTranslations('configuration.conflict');
  return (
    <div role="alert" className="rounded-8 border border-warning-edge bg-warning-ground p-12">
      <p className="flex items-start gap-8">
        <TriangleAlert
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className="mt-2 shrink-0 text-warning-solid"
        />
        <span>
          <strong className="font-semibold">{t('title')}</strong>{' '}
          <span className="text-muted">{props.differences.length > 0 ? t('text') : t('elsewhere')}</span>
        </span>
      </p>
      {props.differences.length > 0 && (
        <table className="mt-8 w-full table-fixed text-12">
          <caption className="sr-only">{t('title')}</caption>
          <thead>
            <tr className="text-left text-muted">
              <th scope="col" className="py-2 font-medium">
                {t('field')}
              </th>
              <th scope="col" className="py-2 font-medium">
                {t('theirs')}
              </th>
              <th scope="col" className="py-2 font-medium">
                {t('mine')}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.differences.map(({ label, theirs, mine }) => (
              <tr key={label} className="border-t border-warning-edge align-top">
                <th scope="row" className="py-4 pr-8 text-left font-medium wrap-anywhere">
                  {label}
                </th>
                <td className="py-4 pr-8 wrap-anywhere">{theirs || t('empty')}</td>
                <td className="py-4 wrap-anywhere">
                  {mine === undefined ? (
                    <span className="text-muted">{t('untouched')}</span>
                  ) : (
                    mine || t('empty')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="mt-8 flex flex-wrap gap-8">
        <Button size="small" onClick={props.onReload}>
          {t('reload')}
        </Button>
        <Button size="small" onClick={props.onKeepMine}>
          {t('keepMine')}
        </Button>
      </div>
    </div>
  );
}
