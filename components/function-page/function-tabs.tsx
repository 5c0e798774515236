'use client';

import { useTranslations } from 'use-intl/react';
import { useUndeployedCount } from '@/components/patterns/undeployed-count';
import { TabLinks } from '@/components/ui/tab-links';
import { routes, withQuery, type FunctionTab, type Place } from '@/lib/routes';
import { useQualifier } from './use-qualifier';

const tabs: readonly FunctionTab[] = ['code', 'test', 'monitor', 'configuration', 'aliases', 'versions'];

/** Each tab is a page; Code has a dot while something is not deployed. A version or an alias stays in view. */
export function FunctionTabs(props: {
  place: Place;
  name: string;
  /** Tabs that few functions have, without the qualifier in view. */
  more: readonly { readonly id: string; readonly label: string; readonly href: string }[];
  /** How many there are, where that could be read. */
  counts: Readonly<Partial<Record<FunctionTab, number>>>;
}) {
  const { place, name, counts } = props;
  const t = useTranslations('functionPage');
  const qualifier = useQualifier();
  const undeployed = useUndeployedCount(`${place.connectionId}/${place.region}/${name}`);
  return (
    <TabLinks
      label={t('tabs')}
      tabs={[
        ...tabs.map((tab) => ({
          id: tab,
          label: t(tab),
          href: withQuery(routes.functionTab(place, name, tab), { qualifier }),
          ...(counts[tab] && { count: counts[tab] }),
          dot: tab === 'code' && undeployed > 0 ? t('undeployed') : undefined,
        })),
        ...props.more.map((tab) => ({ ...tab, href: withQuery(tab.href, { qualifier }) })),
      ]}
    />
  );
}
