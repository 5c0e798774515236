'use client';

import { ChevronDown, Globe } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Menu } from '@/components/ui/menu';
import type { Shell } from '@/lib/queries/shell';
import type { Place } from '@/lib/routes';
import { regionGroups } from './region-groups';
import { usePlace } from './use-place';

/** The Region of the page, and the way to another. */
export function RegionSwitcher({ shell, fallback }: { shell: Shell; fallback: Place }) {
  const t = useTranslations('shell.topBar');
  const place = usePlace(fallback);
  return (
    <Menu
      label={t('regionNow', { region: place.region })}
      groups={regionGroups(shell.regions, place)}
      align="start"
      variant="quiet"
      namedByContent
    >
      <span className="sr-only">{t('region')}</span>
      <Globe aria-hidden size={16} strokeWidth={1.75} className="text-muted" />
      <span className="font-regular">{place.region}</span>
      <ChevronDown aria-hidden size={14} strokeWidth={1.75} className="text-muted" />
    </Menu>
  );
}
