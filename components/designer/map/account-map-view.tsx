'use client';

import { List, Network } from 'lucide-react';
import { useEffect, useState, type ComponentType } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { SelectControl } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import { TextInput } from '@/components/ui/text-input';
import { groupingTags, readGrouping, type MapFunction, type MapLink } from '@/lib/domain/account-map';
import type { Place } from '@/lib/routes';
import '../designer.css';
import type { MapCanvasProps } from './map-canvas';
import { MapFacts } from './map-facts';
import { MapList } from './map-list';
import { useMapState } from './use-map-state';

const tagsMax = 12;

/** The account as a graph or as a list, grouped and filtered. Below 720 px the list stands for the graph. */
export function AccountMapView(props: {
  place: Place;
  functions: readonly MapFunction[];
  links: readonly MapLink[];
}) {
  const t = useTranslations('accountMap');
  const state = useMapState(props.functions, props.links);
  const [view, setView] = useState<'graph' | 'list'>('graph');
  const tags = groupingTags(props.functions, tagsMax);
  const { filter, shown, map } = state;
  const list = <MapList key={state.grouping} state={state} place={props.place} />;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-16 gap-y-8 border-b border-edge px-inset py-12">
        <div className="w-full max-w-search">
          <TextInput
            type="search"
            aria-label={t('find')}
            placeholder={t('find')}
            value={filter.text}
            data-shortcut="filter"
            onChange={(event) => state.change({ text: event.target.value })}
          />
        </div>
        <div className="w-nav">
          <SelectControl
            ariaLabel={t('groupBy')}
            value={state.grouping}
            onValueChange={(value) => state.groupBy(readGrouping(value) ?? 'prefix')}
            options={[
              { value: 'prefix', label: t('by.prefix') },
              { value: 'application', label: t('by.application') },
              ...tags.map((key) => ({ value: `tag:${key}`, label: t('by.tag', { key }) })),
            ]}
          />
        </div>
        <Switch
          label={t('problemsOnly')}
          checked={filter.problemsOnly}
          onChange={(event) => state.change({ problemsOnly: event.target.checked })}
        />
        {state.isFiltered && (
          <Button variant="quiet" onClick={state.clear}>
            {t('clear')}
          </Button>
        )}
        <p className="ml-auto text-12 text-muted" role="status">
          {t('shown', { shown: shown.nodes.length, all: map.nodes.length })}
        </p>
        <div className="max-tablet:hidden">
          <Segmented
            label={t('view')}
            value={view}
            onValueChange={setView}
            options={[
              {
                value: 'graph',
                label: t('graph'),
                icon: <Network aria-hidden size={16} strokeWidth={1.75} />,
              },
              { value: 'list', label: t('list'), icon: <List aria-hidden size={16} strokeWidth={1.75} /> },
            ]}
          />
        </div>
      </div>
      {view === 'list' ? (
        list
      ) : (
        <>
          <div className="tablet:hidden">{list}</div>
          <div className="flex min-h-0 flex-1 max-desktop:flex-col max-tablet:hidden">
            <Canvas state={state} />
            {state.selected && <MapFacts node={state.selected} state={state} place={props.place} />}
          </div>
        </>
      )}
    </>
  );
}

/** The place of the canvas, which has its height from the start; the canvas arrives after the page stands. */
function Canvas(props: MapCanvasProps) {
  const t = useTranslations('accountMap');
  const [View, setView] = useState<ComponentType<MapCanvasProps>>();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    // On a phone the list stands here instead, and the canvas is not even loaded.
    if (!window.matchMedia('(min-width: 720px)').matches) return undefined;
    let isWanted = true;
    import('./map-canvas').then(
      (module) => isWanted && setView(() => module.MapCanvas),
      () => isWanted && setHasFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return (
    <div className="map-canvas relative min-w-0 flex-1 bg-canvas" aria-busy={!View && !hasFailed}>
      {View ? (
        <View {...props} />
      ) : (
        <p className="p-16 text-12 text-muted">{hasFailed ? t('loadFailed') : t('drawing')}</p>
      )}
    </div>
  );
}
