'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { Kbd } from '@/components/ui/kbd';
import type { PaletteItem } from './palette-items';

/** The choices of the palette, in groups; the current one is named by the field, focus stays there. */
export function PaletteList(props: {
  id: string;
  items: readonly PaletteItem[];
  current?: PaletteItem;
  functionName?: string;
  emptyText?: string;
  failure?: string;
  onPick: (item: PaletteItem, isNewTab: boolean) => void;
  onPoint: (item: PaletteItem) => void;
}) {
  const t = useTranslations('shell.palette');
  const groups = [...new Set(props.items.map((item) => item.group))];
  return (
    <div className="flex min-h-0 flex-col p-8">
      <div id={props.id} role="listbox" aria-label={t('results')} className="min-h-0 overflow-y-auto">
        {groups.map((group) => (
          <div key={group} role="group" aria-labelledby={`${props.id}-${group}`}>
            <div id={`${props.id}-${group}`} className="px-12 pt-8 pb-4 text-12 font-medium text-muted">
              {group === 'onFunction' ? t('onFunction', { name: props.functionName ?? '' }) : t(group)}
            </div>
            {props.items
              .filter((item) => item.group === group)
              .map((item) => (
                <Choice
                  key={item.id}
                  id={`${props.id}-${item.id}`}
                  item={item}
                  isCurrent={item === props.current}
                  onPick={props.onPick}
                  onPoint={props.onPoint}
                />
              ))}
          </div>
        ))}
      </div>
      {props.emptyText && <p className="px-12 py-16 text-muted">{props.emptyText}</p>}
      {props.failure && <p className="px-12 py-8 text-12 text-danger-text">{props.failure}</p>}
    </div>
  );
}

function Choice(props: {
  id: string;
  item: PaletteItem;
  isCurrent: boolean;
  onPick: (item: PaletteItem, isNewTab: boolean) => void;
  onPoint: (item: PaletteItem) => void;
}) {
  const { item, isCurrent } = props;
  const row = useRef<HTMLDivElement>(null);
  const Icon = item.icon;
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <div
      ref={row}
      id={props.id}
      role="option"
      aria-selected={isCurrent}
      onPointerMove={() => props.onPoint(item)}
      onClick={(event) => props.onPick(item, event.metaKey || event.ctrlKey)}
      className={`flex h-40 cursor-pointer items-center gap-12 rounded-6 px-12 ${isCurrent ? 'bg-selected' : ''}`}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-muted" />
      <span className="max-w-full shrink-0 truncate">{item.label}</span>
      <span className="min-w-0 flex-1 truncate text-12 text-muted">{item.detail}</span>
      {item.keys?.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </div>
  );
}
