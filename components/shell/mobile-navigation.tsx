'use client';

import { Menu as MenuIcon } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Drawer } from '@/components/ui/drawer';
import { IconButton } from '@/components/ui/icon-button';
import type { Place } from '@/lib/routes';
import { NavList } from './nav-list';

/** The navigation of phones: a button that opens a sheet. A followed link closes it. */
export function MobileNavigation({ fallback }: { fallback: Place }) {
  const t = useTranslations('shell.topBar');
  const pathname = usePathname();
  const [openOn, setOpenOn] = useState<string>();
  return (
    <span className="tablet:hidden">
      <IconButton label={t('menu')} onClick={() => setOpenOn(pathname)} aria-haspopup="dialog">
        <MenuIcon aria-hidden size={18} strokeWidth={1.75} />
      </IconButton>
      <Drawer
        open={openOn === pathname}
        onOpenChange={(open) => setOpenOn(open ? pathname : undefined)}
        title="Lambdeck"
        side="start"
      >
        <nav className="flex h-full flex-col p-8">
          <NavList fallback={fallback} />
        </nav>
      </Drawer>
    </span>
  );
}
