'use client';

import { Search } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { modifierKey } from './modifier-key';
import { openLayer } from './shell-layers';

const subscribeNever = () => () => undefined;

/** Looks like a search field and opens the palette. */
export function SearchButton() {
  const t = useTranslations('shell.topBar');
  const cap = useSyncExternalStore(subscribeNever, modifierKey, () => '⌘');
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => openLayer('palette')}
        className="flex h-control w-full max-w-search items-center gap-8 rounded-6 border border-edge-strong bg-surface px-8 text-muted hover:bg-hover max-tablet:hidden"
      >
        <Search aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
        <span className="min-w-0 flex-1 truncate text-left">{t('search')}</span>
        <span aria-hidden className="flex gap-4 max-desktop:hidden">
          <Kbd>{cap}</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      <span className="tablet:hidden">
        <IconButton label={t('searchName')} aria-haspopup="dialog" onClick={() => openLayer('palette')}>
          <Search aria-hidden size={18} strokeWidth={1.75} />
        </IconButton>
      </span>
    </>
  );
}
