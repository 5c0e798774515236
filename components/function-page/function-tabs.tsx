'use client';

import { useTranslations } from 'use-intl/react';
import { useUndeployedCount } from '@/components/patterns/undeployed-count';
import { TabLinks } from '@/components/ui/tab-links';
import { routes, type FunctionTab, type Place } from '@/lib/routes';

const tabs: readonly FunctionTab[] = ['code', 'test', 'monitor', 'configuration'];

/** Each tab is a page; Code has a dot while something is not deployed. */
export function FunctionTabs({ place, name }: { place: Place; name: string }) {
  const t = useTranslations('functionPage');
  const undeployed = useUndeployedCount(`${place.connectionId}/${place.region}/${name}`);
  return (
    <TabLinks
      label={t('tabs')}
      tabs={tabs.map((tab) => ({
        id: tab,
        label: t(tab),
        href: routes.functionTab(place, name, tab),
        dot: tab === 'code' && undeployed > 0 ? t('undeployed') : undefined,
      }))}
    />
  );
}
