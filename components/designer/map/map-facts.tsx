'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { CodeText } from '@/components/ui/code-text';
import { IconButton } from '@/components/ui/icon-button';
import type { MapNode } from '@/lib/domain/account-map';
import { routes, type Place } from '@/lib/routes';
import { KindTile } from '../kind-tile';
import type { MapState } from './use-map-state';

/** Everything about the picked node: what leads to it, where it leads, and the way to its page. */
export function MapFacts({ node, state, place }: { node: MapNode; state: MapState; place: Place }) {
  const t = useTranslations('accountMap');
  const names = new Map(state.map.nodes.map(({ id, name }) => [id, name]));
  const from = state.map.edges.filter((edge) => edge.to === node.id);
  const to = state.map.edges.filter((edge) => edge.from === node.id);
  return (
    <section
      aria-label={node.name}
      className="flex flex-col gap-16 overflow-y-auto border-edge bg-surface p-16 max-desktop:border-t desktop:w-(--overview-facts-width) desktop:border-l"
    >
      <div className="flex items-start gap-12">
        <KindTile kind={node.kind} />
        <div className="min-w-0 flex-1">
          <h2 className="text-14 wrap-anywhere">{node.name}</h2>
          <p className="text-12 text-muted">{node.detail}</p>
        </div>
        <IconButton label={t('closeDetails')} size="small" onClick={() => state.select(undefined)}>
          <X aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <div className="flex flex-wrap gap-8">
        {node.side === 'function' && (
          <ButtonLink href={routes.function(place, node.name)}>{t('open')}</ButtonLink>
        )}
        <Button onClick={() => state.change({ isolated: node.id })}>{t('isolate')}</Button>
      </div>
      <CodeText text={node.id} cut="start" copyLabel={t('copyArn')} />
      <Ties title={t('from')} none={t('nothing')}>
        {from.map((edge) => ({
          id: edge.id,
          name: names.get(edge.from) ?? edge.from,
          note: t(`flow.${edge.flow}`),
        }))}
      </Ties>
      <Ties title={t('to')} none={t('nothing')}>
        {to.map((edge) => ({
          id: edge.id,
          name: names.get(edge.to) ?? edge.to,
          note: t(`flow.${edge.flow}`),
        }))}
      </Ties>
    </section>
  );
}

/** A hub may have hundreds; the rest is in the list. */
const tiesMax = 50;

function Ties(props: {
  title: string;
  none: string;
  children: readonly { id: string; name: string; note: string }[];
}) {
  return (
    <div>
      <h3 className="text-12 text-muted">
        {props.title} ({props.children.length.toLocaleString('en-US')})
      </h3>
      {props.children.length === 0 && <p className="text-muted">{props.none}</p>}
      <ul>
        {props.children.slice(0, tiesMax).map(({ id, name, note }) => (
          <li key={id} className="flex justify-between gap-8 py-2">
            <span className="min-w-0 wrap-anywhere">{name}</span>
            <span className="shrink-0 text-12 text-muted">{note}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
