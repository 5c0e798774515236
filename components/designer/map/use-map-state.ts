'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import { layoutMap } from '@/lib/domain/account-map-layout';
import {
  buildAccountMap,
  filterMap,
  type MapFunction,
  type MapGrouping,
  type MapLink,
} from '@/lib/domain/account-map';

const noFilter = { text: '', problemsOnly: false, isolated: undefined as string | undefined };

/** What of the account is shown, and where it stands. Typing never waits for the layout. */
export function useMapState(functions: readonly MapFunction[], links: readonly MapLink[]) {
  const [grouping, setGrouping] = useState<MapGrouping>('prefix');
  const [filter, setFilter] = useState(noFilter);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [selectedId, setSelectedId] = useState<string>();
  const deferred = useDeferredValue(filter);
  const map = useMemo(() => buildAccountMap(functions, links, grouping), [functions, links, grouping]);
  const shown = useMemo(() => filterMap(map, deferred), [map, deferred]);
  const layout = useMemo(() => layoutMap(shown, toggled), [shown, toggled]);
  return {
    map,
    shown,
    layout,
    grouping,
    filter,
    selected: map.nodes.find(({ id }) => id === selectedId),
    isFiltered: filter.text !== '' || filter.problemsOnly || filter.isolated !== undefined,
    select: setSelectedId,
    groupBy(next: MapGrouping) {
      setGrouping(next);
      setToggled(new Set());
    },
    change: (part: Partial<typeof noFilter>) => setFilter((current) => ({ ...current, ...part })),
    clear: () => setFilter(noFilter),
    toggle: (group: string) =>
      setToggled((current) => {
        const next = new Set(current);
        if (!next.delete(group)) next.add(group);
        return next;
      }),
  };
}

export type MapState = ReturnType<typeof useMapState>;
