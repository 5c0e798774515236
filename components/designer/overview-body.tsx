'use client';

import clsx from 'clsx';
import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react';
import { useTranslations } from 'use-intl/react';
import type { DiagramProps } from './flow-diagram';
import { OverviewFacts } from './overview-facts';
import type { OverviewModel, RelationActs, Selection } from './overview-model';
import type { OverviewView } from './overview-preference';
import { RelationFailures } from './relation-failures';
import { RelationList } from './relation-list';

const TemplateView = lazy(() =>
  import('./template-view').then((module) => ({ default: module.TemplateView })),
);

/** The unfolded overview: template, or diagram or list, and beside it the facts of what is picked. */
export function OverviewBody(props: { model: OverviewModel; acts: RelationActs; view: OverviewView }) {
  const { model, acts, view } = props;
  const isList = view === 'list';
  const [selection, setSelection] = useState<Selection>();
  if (view === 'template') {
    return (
      <Suspense fallback={<div className="h-(--overview-height)" aria-busy />}>
        <TemplateView model={model} />
      </Suspense>
    );
  }
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
