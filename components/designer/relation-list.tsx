'use client';

import { useTranslations } from 'use-intl/react';
import { CodeText } from '@/components/ui/code-text';
import type { ReactNode } from 'react';
import type { OverviewModel } from './overview-model';
import { RelationFailures } from './relation-failures';
import { RelationItems } from './relation-items';

/** The diagram in words: triggers, layers, destinations, each with all of its items. */
export function RelationList({ model }: { model: OverviewModel }) {
  const t = useTranslations('designer');
  const { triggers, destinations, failures } = model.graph;
  const count = (nodes: typeof triggers) => nodes.reduce((sum, node) => sum + node.items.length, 0);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-16 p-16">
      <RelationFailures failures={failures} />
      <div className="grid gap-x-24 gap-y-16 desktop:grid-cols-2">
        <Part title={t('triggers')} count={count(triggers)} empty={t('noTriggersText')}>
          <RelationItems nodes={triggers} />
        </Part>
        <Part title={t('destinations')} count={count(destinations)} empty={t('noDestinationsText')}>
          <RelationItems nodes={destinations} />
        </Part>
      </div>
      <Part title={t('layers')} count={model.layerArns.length} empty={t('noLayers')}>
        <LayerRows arns={model.layerArns} />
      </Part>
    </div>
  );
}

/** Layers in the order in which they are laid over each other. */
export function LayerRows({ arns }: { arns: readonly string[] }) {
  const t = useTranslations('designer');
  return (
    <ol className="flex flex-col gap-8">
      {arns.map((arn) => (
        <li key={arn} className="min-w-0">
          <CodeText text={arn} cut="start" copyLabel={t('copyItem', { name: arn })} />
        </li>
      ))}
    </ol>
  );
}

function Part(props: { title: string; count: number; empty: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="border-b border-edge pb-8 text-14">
        {props.title} <span className="font-regular text-muted">({props.count.toLocaleString('en-US')})</span>
      </h3>
      {props.count === 0 ? (
        <p className="py-8 text-muted">{props.empty}</p>
      ) : (
        <div className="py-4">{props.children}</div>
      )}
    </section>
  );
}
