'use client';

import { ChevronDown, Download, FileCode, List, Workflow } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { lazy, Suspense, useState, type CSSProperties } from 'react';
import { useTranslations } from 'use-intl/react';
import { Menu } from '@/components/ui/menu';
import { Segmented } from '@/components/ui/segmented';
import { apiRoutes } from '@/lib/api-routes';
import { canvasHeight } from '@/lib/domain/graph-placement';
import './designer.css';
import type { OverviewModel, RelationActs } from './overview-model';
import {
  overviewCookieLine,
  overviewViews,
  type OverviewPreference,
  type OverviewView,
} from './overview-preference';

// Folded on most tabs, which then carry neither lists nor facts.
const OverviewBody = lazy(() =>
  import('./overview-body').then((module) => ({ default: module.OverviewBody })),
);

/**
 * What points at a function and where it sends, as diagram, as list or as template. Open on the Code tab and folded on the
 * others until someone chooses otherwise; below 720 px the list stands for the diagram.
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
        {isOpen && <ViewChoice view={preference.view} onViewChange={(view) => keep({ view })} />}
        {isOpen && <DownloadMenu model={model} />}
      </div>
      {isOpen && (
        <Suspense fallback={<div className="h-(--overview-height)" />}>
          <OverviewBody model={model} acts={props.acts} view={preference.view} />
        </Suspense>
      )}
    </section>
  );
}

const icons = { diagram: Workflow, list: List, template: FileCode };

/** Below 720 px there is no diagram: the list stands in its place. */
function ViewChoice(props: { view: OverviewView; onViewChange: (view: OverviewView) => void }) {
  const t = useTranslations('designer');
  const option = (value: OverviewView) => {
    const Icon = icons[value];
    return { value, label: t(value), icon: <Icon aria-hidden size={16} strokeWidth={1.75} /> };
  };
  return (
    <>
      <div className="max-tablet:hidden">
        <Segmented
          label={t('view')}
          value={props.view}
          onValueChange={props.onViewChange}
          options={overviewViews.map(option)}
        />
      </div>
      <div className="tablet:hidden">
        <Segmented
          label={t('view')}
          value={props.view === 'diagram' ? 'list' : props.view}
          onValueChange={props.onViewChange}
          options={[option('list'), option('template')]}
        />
      </div>
    </>
  );
}

/** Hands over files without leaving the page. */
function download(hrefs: readonly string[]): void {
  for (const href of hrefs) {
    const link = document.createElement('a');
    link.href = href;
    link.download = '';
    link.click();
  }
}

function DownloadMenu({ model }: { model: OverviewModel }) {
  const t = useTranslations('designer');
  const code = model.downloadHref;
  const sam = apiRoutes.functionTemplate(model.place, model.name, { format: 'sam', download: '1' });
  const needsCode = (hrefs: (code: string) => readonly string[]) =>
    code ? { onSelect: () => download(hrefs(code)) } : { disabledReason: t('downloadImage') };
  const items = [
    { id: 'code', label: t('downloadCode'), ...needsCode((href) => [href]) },
    { id: 'sam', label: t('downloadSam'), onSelect: () => download([sam]) },
    { id: 'both', label: t('downloadBoth'), ...needsCode((href) => [href, sam]) },
  ];
  return (
    <Menu label={t('download')} size="small" groups={[{ id: 'download', items }]}>
      <Download aria-hidden size={16} strokeWidth={1.75} />
      {t('download')}
      <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
    </Menu>
  );
}
