'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { mayLeaveTo } from '@/components/patterns/leave-page';
import { Kbd } from '@/components/ui/kbd';
import { Layer } from '@/components/ui/layer';
import type { Place } from '@/lib/routes';
import { PaletteFoot } from './palette-foot';
import { functionItems, globalItems, matchItems, type PaletteItem } from './palette-items';
import { PaletteList } from './palette-list';
import { switchTheme } from './theme';
import { useFunctionSearch } from './use-function-search';
import { useFunctionName } from './use-place';

const groupOrder = ['onFunction', 'functions', 'acts', 'goTo'] as const;
const functionsShownMax = 8;

/** Everything that can be done or gone to, by typing: acts on the current function first. */
export function CommandPalette(props: {
  place: Place;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('shell.palette');
  const input = useRef<HTMLInputElement>(null);
  return (
    <Layer open={props.open} onOpenChange={props.onOpenChange} label={t('title')} initialFocus={input}>
      {/* Mounted with the layer, so that every opening begins with an empty field. */}
      <PaletteBody place={props.place} input={input} onClose={() => props.onOpenChange(false)} />
    </Layer>
  );
}

function PaletteBody(props: {
  place: Place;
  input: RefObject<HTMLInputElement | null>;
  onClose: () => void;
}) {
  const t = useTranslations('shell.palette');
  const places = useTranslations('shell.navigation');
  const router = useRouter();
  const functionName = useFunctionName();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const search = useFunctionSearch(props.place, text, true);

  const known = [
    ...(functionName ? functionItems(props.place, functionName, t) : []),
    ...globalItems(props.place, t, places),
  ];
  const found = search.items.slice(0, functionsShownMax);
  const items = groupOrder.flatMap((group) =>
    group === 'functions' ? found : matchItems(known, text).filter((item) => item.group === group),
  );
  const current = items[Math.min(at, items.length - 1)];

  const open = (item: PaletteItem, isNewTab: boolean) => {
    props.onClose();
    if (item.act === 'switchTheme') switchTheme();
    if (!item.href) return;
    if (isNewTab) window.open(item.href, '_blank', 'noopener');
    else if (mayLeaveTo(item.href)) router.push(item.href);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, items.length - 1) + step + items.length) % items.length);
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      open(current, event.metaKey || event.ctrlKey);
    }
  };

  return (
    <>
      <div className="flex items-center gap-12 border-b border-edge px-16 py-12">
        <Search aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-muted" />
        <input
          ref={props.input}
          type="text"
          role="combobox"
          aria-label={t('title')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={handleKey}
          className="min-w-0 flex-1 bg-transparent text-16 outline-none"
        />
        <Kbd>esc</Kbd>
      </div>
      <PaletteList
        id={listId}
        items={items}
        current={current}
        functionName={functionName}
        emptyText={items.length === 0 && search.text === text ? t('none', { text }) : undefined}
        failure={search.failed ? t('failed', { why: search.failed }) : undefined}
        onPick={open}
        onPoint={(item) => setAt(items.indexOf(item))}
      />
      <PaletteFoot count={items.length} />
    </>
  );
}
