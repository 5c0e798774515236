'use client';

import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '@/components/ui/button-link';
import { CodeText } from '@/components/ui/code-text';
import type { ReactNode } from 'react';
import type { OverviewModel, RelationActs } from './overview-model';
import { RelationFailures } from './relation-failures';
import { RelationItems } from './relation-items';

/** The diagram in words: triggers, layers, destinations, each with all of its items. */
export function RelationList({ model, acts }: { model: OverviewModel; acts: RelationActs }) {
  const t = useTranslations('designer');
  const { triggers, destinations, failures } = model.graph;
  const count = (nodes: typeof triggers) => nodes.reduce((sum, node) => sum + node.items.length, 0);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-16 p-16">
      <RelationFailures failures={failures} />
      <div className="grid gap-x-24 gap-y-16 desktop:grid-cols-2">
        <Part
          title={t('triggers')}
          count={count(triggers)}
          empty={t('noTriggersText')}
          add={
            <ButtonLink size="small" href={model.addTriggerHref} disabledReason={model.cannotChangeReason}>
              {t('addTrigger')}
            </ButtonLink>
          }
        >
          <RelationItems nodes={triggers} acts={acts} />
        </Part>
        <Part
          title={t('destinations')}
          count={count(destinations)}
          empty={t('noDestinationsText')}
          add={
            <ButtonLink
              size="small"
              href={model.addDestinationHref}
              disabledReason={model.cannotChangeReason}
            >
              {t('addDestination')}
            </ButtonLink>
          }
        >
          <RelationItems nodes={destinations} acts={acts} />
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

function Part(props: { title: string; count: number; empty: string; add?: ReactNode; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <div className="flex min-h-32 items-center justify-between gap-8 border-b border-edge pb-8">
        <h3 className="text-14">
          {props.title}{' '}
          <span className="font-regular text-muted">({props.count.toLocaleString('en-US')})</span>
        </h3>
        {props.add}
      </div>
      {props.count === 0 ? (
        <p className="py-8 text-muted">{props.empty}</p>
      ) : (
        <div className="py-4">{props.children}</div>
      )}
    </section>
  );
}
