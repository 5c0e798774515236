'use client';

import { useTranslations } from 'use-intl/react';
import type { GraphItem, GraphNode } from '@/lib/domain/function-graph';

/** Words for one relation and for a node that stacks several. */
export function useItemWords() {
  const t = useTranslations('designer');
  const nameOf = (item: GraphItem) =>
    item.origin === 'function-url' ? t('authType', { type: item.name }) : item.name;
  const detailOf = (item: GraphItem): string => {
    const parts: string[] = [t(`origin.${item.origin}`)];
    if (item.batchSize !== undefined) parts.push(t('batchSize', { size: item.batchSize }));
    if (item.filterCount) parts.push(t('filters', { count: item.filterCount }));
    parts.push(...(item.facts ?? []));
    if (item.state && item.state !== 'Enabled') parts.push(item.state);
    return parts.join(' · ');
  };
  const summaryOf = (node: GraphNode): string => {
    const [first] = node.items;
    return first && node.items.length === 1 ? nameOf(first) : t('count', { count: node.items.length });
  };
  return { nameOf, detailOf, summaryOf };
}
