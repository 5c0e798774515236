'use client';

import clsx from 'clsx';
import { ChevronDown, Download, List, Workflow } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useState, type ComponentType } from 'react';
import { useTranslations } from 'use-intl/react';
import { Menu } from '@/components/ui/menu';
import { Segmented } from '@/components/ui/segmented';
import './designer.css';
import type { DiagramProps } from './flow-diagram';
import { OverviewFacts } from './overview-facts';
import type { OverviewModel, RelationActs, Selection } from './overview-model';
import { overviewCookieLine, type OverviewPreference } from './overview-preference';
import { RelationFailures } from './relation-failures';
import { RelationList } from './relation-list';

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
      {isOpen && <OverviewBody model={model} acts={props.acts} isList={preference.view === 'list'} />}
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

function OverviewBody(props: { model: OverviewModel; acts: RelationActs; isList: boolean }) {
  const { model, acts, isList } = props;
  const [selection, setSelection] = useState<Selection>();
  const facts = (
    <OverviewFacts
      model={model}
      acts={acts}
      selection={isList ? undefined : selection}
      onClose={() => setSelection(undefined)}
    />
  );
  return (
    <div className="flex flex-col desktop:flex-row">
      {isList ? (
        <RelationList model={model} acts={acts} />
      ) : (
        <>
          <div className="tablet:hidden">
            <RelationList model={model} acts={acts} />
          </div>
          <Diagram model={model} selection={selection} onSelect={setSelection} />
        </>
      )}
      <div
        className={clsx(
          'border-edge bg-surface p-16 max-desktop:border-t desktop:w-(--overview-facts-width) desktop:rounded-br-8 desktop:border-l',
          !isList && 'desktop:max-h-(--overview-height) desktop:overflow-y-auto',
        )}
      >
        {facts}
      </div>
    </div>
  );
}

/** The place of the canvas, which has its height from the start; the canvas arrives after the page stands. */
function Diagram(props: DiagramProps) {
  const t = useTranslations('designer');
  const [Canvas, setCanvas] = useState<ComponentType<DiagramProps>>();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    // On a phone the list stands here instead, and the canvas is not even loaded.
    if (!window.matchMedia('(min-width: 720px)').matches) return undefined;
    let isWanted = true;
    import('./flow-diagram').then(
      (module) => isWanted && setCanvas(() => module.FlowDiagram),
      () => isWanted && setHasFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return (
    <div className="flex min-w-0 flex-1 flex-col max-tablet:hidden">
      <div className="h-(--overview-height) overflow-hidden bg-surface" aria-busy={!Canvas && !hasFailed}>
        {Canvas ? (
          <Canvas {...props} />
        ) : (
          <p className="p-16 text-12 text-muted">{hasFailed ? t('loadFailed') : t('loading')}</p>
        )}
      </div>
      {props.model.graph.failures.length > 0 && (
        <div className="border-t border-edge p-12">
          <RelationFailures failures={props.model.graph.failures} />
        </div>
      )}
    </div>
  );
}
