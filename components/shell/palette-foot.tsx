'use client';

import { useTranslations } from 'use-intl/react';
import { Kbd } from '@/components/ui/kbd';
import { modifierKey } from './modifier-key';

/** The keys of the palette and how much it found. */
export function PaletteFoot({ count }: { count: number }) {
  const t = useTranslations('shell.palette');
  return (
    <div className="flex items-center gap-16 border-t border-edge bg-sunken px-16 py-8 text-12 text-muted">
      <span className="flex items-center gap-4 max-tablet:hidden">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('move')}
      </span>
      <span className="flex items-center gap-4 max-tablet:hidden">
        <Kbd>↵</Kbd> {t('open')}
      </span>
      <span className="flex items-center gap-4 max-tablet:hidden">
        <Kbd>{modifierKey()}</Kbd> <Kbd>↵</Kbd> {t('newTab')}
      </span>
      <span role="status" className="ml-auto tabular-nums">
        {t('count', { count })}
      </span>
    </div>
  );
}
