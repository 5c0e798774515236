'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { setPreferencesAction } from '@/lib/preferences/set-preferences';
import type { Place } from '@/lib/routes';
import { NavList } from './nav-list';

/** The navigation beside the sheet: 240 wide, or folded to icons. Under 720 px MobileNavigation takes its place. */
export function Navigation(props: { fallback: Place; initiallyFolded: boolean }) {
  const t = useTranslations('shell.navigation');
  const [isFolded, setIsFolded] = useState(props.initiallyFolded);
  const handleFold = () => {
    setIsFolded(!isFolded);
    void setPreferencesAction({ navigation: isFolded ? 'open' : 'folded' });
  };
  const Icon = isFolded ? PanelLeftOpen : PanelLeftClose;
  return (
    <nav
      aria-label={t('label')}
      className={`flex shrink-0 flex-col gap-2 overflow-y-auto p-8 max-tablet:hidden ${isFolded ? 'w-nav-folded' : 'w-nav'}`}
    >
      <NavList fallback={props.fallback} isFolded={isFolded} />
      <div className={isFolded ? 'grid place-items-center' : ''}>
        <IconButton
          label={t(isFolded ? 'unfold' : 'fold')}
          size="small"
          data-shortcut="fold"
          onClick={handleFold}
        >
          <Icon aria-hidden size={16} strokeWidth={1.75} className="text-muted" />
        </IconButton>
      </div>
    </nav>
  );
}
