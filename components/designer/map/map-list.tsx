'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import type { AccountMap, MapNode } from '@/lib/domain/account-map';
import { routes, type Place } from '@/lib/routes';
import type { MapState } from './use-map-state';

const rowsAtFirst = 100;

/** Names at the other ends of each function's edges. */
function tiesOf({ nodes, edges }: AccountMap) {
  const names = new Map(nodes.map(({ id, name, detail }) => [id, `${name} (${detail})`]));
  const sources = new Map<string, string[]>();
  const targets = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, id: string, other: string) => {
    const known = to.get(id);
    const name = names.get(other) ?? other;
    if (known) known.push(name);
    else to.set(id, [name]);
  };
  for (const { from, to } of edges) {
    add(sources, to, from);
    add(targets, from, to);
  }
  return { sources, targets };
}

/** The graph in words: each function with its group, what calls it and where it sends. */
export function MapList({ state, place }: { state: MapState; place: Place }) {
  const t = useTranslations('accountMap');
  const [count, setCount] = useState(rowsAtFirst);
  const { sources, targets } = useMemo(() => tiesOf(state.shown), [state.shown]);
  const rows = useMemo(
    () =>
      state.shown.nodes
        .filter(({ side }) => side === 'function')
        .sort((a, b) => a.group.localeCompare(b.group) || a.name.localeCompare(b.name)),
    [state.shown],
  );
  if (rows.length === 0) return <p className="px-inset py-24 text-muted">{t('noMatch')}</p>;
  const cell = 'border-b border-edge px-cell py-8 align-top wrap-anywhere';
  return (
    <div className="flex max-w-list flex-col items-start gap-12 overflow-x-auto px-inset py-12">
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="text-12 text-muted">
          <tr>
            {(['group', 'function', 'from', 'to'] as const).map((id) => (
              <th key={id} scope="col" className="border-b border-edge-strong px-cell py-8 font-medium">
                {t(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, count).map((row: MapNode) => (
            <tr key={row.id}>
              <td className={cell}>{row.group || t('noGroup')}</td>
              <th scope="row" className={`${cell} font-regular`}>
                <TextLink href={routes.function(place, row.name)}>{row.name}</TextLink>
                <span className="block text-12 text-muted">
                  {row.detail}
                  {row.hasProblem && ` · ${t('problem')}`}
                </span>
              </th>
              <td className={cell}>{(sources.get(row.id) ?? ['–']).join(', ')}</td>
              <td className={cell}>{(targets.get(row.id) ?? ['–']).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > count && (
        <Button onClick={() => setCount((shown) => shown + rowsAtFirst)}>
          {t('more', { count: rows.length - count })}
        </Button>
      )}
    </div>
  );
}
