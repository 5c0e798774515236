'use client';

import { ChevronDown, Download, List, Workflow } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { lazy, Suspense, useState, type CSSProperties } from 'react';
import { useTranslations } from 'use-intl/react';
import { Menu } from '@/components/ui/menu';
import { Segmented } from '@/components/ui/segmented';
import { canvasHeight } from '@/lib/domain/graph-placement';
import './designer.css';
import type { OverviewModel, RelationActs } from './overview-model';
import { overviewCookieLine, type OverviewPreference } from './overview-preference';

// Folded on most tabs, which then carry neither lists nor facts.
const OverviewBody = lazy(() =>
  import('./overview-body').then((module) => ({ default: module.OverviewBody })),
);

/**
 * What points at a function and where it sends, as diagram or as list. Open on the Code tab and folded on the
 * others until someone chooses otherwise; below 720 px always the list.
 */
export function FunctionOverview(props: {
  model: OverviewModel;
  acts: RelationActs;
  preference: OverviewPreference;
  codeHref: string;
}) {
  const { model } = props;
  const t = useTranslations('designer');
  const [preference, setPreference] = useState(props.preference);
  const isCode = usePathname() === props.codeHref;
  const isOpen = isCode ? preference.isOpenOnCode : preference.isOpenElsewhere;
  const keep = (change: Partial<OverviewPreference>) => {
    const next = { ...preference, ...change };
    setPreference(next);
    document.cookie = overviewCookieLine(next);
  };
  const count = (nodes: typeof model.graph.triggers) =>
    nodes.reduce((sum, node) => sum + node.items.length, 0);

  return (
    <section
      aria-label={t('title')}
      data-overview={isOpen ? 'open' : 'folded'}
      style={{ '--overview-height': `${canvasHeight(model.graph)}px` } as CSSProperties}
      className="rounded-8 border border-edge-strong bg-surface"
    >
      <div
        className={`flex min-h-40 flex-wrap items-center gap-x-12 gap-y-4 px-12 ${isOpen ? 'border-b border-edge' : ''}`}
      >
        <h2 className="min-w-0 flex-1 text-14">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => keep(isCode ? { isOpenOnCode: !isOpen } : { isOpenElsewhere: !isOpen })}
            className="flex min-h-32 items-center gap-12 rounded-4 text-left font-semibold"
          >
            <ChevronDown
              aria-hidden
              size={16}
              strokeWidth={1.75}
              className={`shrink-0 text-muted transition-transform ${isOpen ? '' : '-rotate-90'}`}
            />
            {t('title')}
          </button>
        </h2>
        {!isOpen && (
          <p className="text-12 text-muted max-tablet:hidden">
            {t('summary', {
              triggers: count(model.graph.triggers),
              destinations: count(model.graph.destinations),
            })}
          </p>
        )}
        {isOpen && (
          <div className="max-tablet:hidden">
            <Segmented
              label={t('view')}
              value={preference.view}
              onValueChange={(view) => keep({ view })}
              options={[
                {
                  value: 'diagram',
                  label: t('diagram'),
                  icon: <Workflow aria-hidden size={16} strokeWidth={1.75} />,
                },
                { value: 'list', label: t('list'), icon: <List aria-hidden size={16} strokeWidth={1.75} /> },
              ]}
            />
          </div>
        )}
        {isOpen && <DownloadMenu href={model.downloadHref} />}
      </div>
      {isOpen && (
        <Suspense fallback={<div className="h-(--overview-height)" />}>
          <OverviewBody model={model} acts={props.acts} isList={preference.view === 'list'} />
        </Suspense>
      )}
    </section>
  );
}

function DownloadMenu({ href }: { href: string | undefined }) {
  const t = useTranslations('designer');
  const item = {
    id: 'code',
    label: t('downloadCode'),
    ...(href ? { onSelect: () => window.location.assign(href) } : { disabledReason: t('downloadImage') }),
  };
  return (
    <Menu label={t('download')} size="small" groups={[{ id: 'download', items: [item] }]}>
      <Download aria-hidden size={16} strokeWidth={1.75} />
      {t('download')}
      <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
    </Menu>
  );
}
