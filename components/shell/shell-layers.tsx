'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { mayLeaveTo } from '@/components/patterns/leave-page';
import { useEffect, useState } from 'react';
import { type Place, routes } from '@/lib/routes';
import { actOnPage } from './shortcut-acts';
import { type KeyMeaning, shortcutOf } from './shortcut-list';
import { usePlace } from './use-place';

const CommandPalette = dynamic(() => import('./command-palette').then((module) => module.CommandPalette));
const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then((module) => module.ShortcutSheet));

export type Layer = 'palette' | 'shortcuts';
const openEvent = 'lambdeck:open-layer';

/** Opens the palette or the shortcut sheet from anywhere in the shell. */
export function openLayer(layer: Layer): void {
  window.dispatchEvent(new CustomEvent(openEvent, { detail: layer }));
}

type PlaceShortcut = Extract<KeyMeaning, `go${string}`>;
const isPlace = (id: KeyMeaning): id is PlaceShortcut => id.startsWith('go');

/** A second key counts as part of `g f` for this long. */
const sequenceMs = 1500;

/** Listens for shortcuts, and holds the layers that they open; both are loaded when first asked for. */
export function ShellLayers(props: { fallback: Place; hasShortcuts: boolean }) {
  const router = useRouter();
  const place = usePlace(props.fallback);
  const [layer, setLayer] = useState<Layer>();
  const [opened, setOpened] = useState<readonly Layer[]>([]);
  const { connectionId, region } = place;

  useEffect(() => {
    let previous: { key: string; at: number } | undefined;
    const open = (next: Layer) => {
      setOpened((all) => (all.includes(next) ? all : [...all, next]));
      setLayer(next);
    };
    const go: Record<PlaceShortcut, string> = {
      goFunctions: routes.functions({ connectionId, region }),
      goApis: routes.apis({ connectionId, region }),
      goAudit: routes.audit(),
      goConnections: routes.connections(),
      goSettings: routes.settings(),
    };
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k' && !event.shiftKey) {
        event.preventDefault();
        open('palette');
        return;
      }
      if (!props.hasShortcuts || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
        return;
      const recent = previous && event.timeStamp - previous.at < sequenceMs ? previous.key : undefined;
      const id = shortcutOf(event.key, recent);
      previous = id === 'prefix' ? { key: event.key, at: event.timeStamp } : undefined;
      if (!id || id === 'prefix') return;
      event.preventDefault();
      if (id === 'sheet') open('shortcuts');
      else if (!isPlace(id)) actOnPage(id, event.key);
      else if (mayLeaveTo(go[id])) router.push(go[id]);
    };
    const handleOpen = (event: Event) => {
      if (event instanceof CustomEvent) open(event.detail as Layer);
    };
    document.addEventListener('keydown', handleKey);
    window.addEventListener(openEvent, handleOpen);
    return () => {
      document.removeEventListener('keydown', handleKey);
      window.removeEventListener(openEvent, handleOpen);
    };
  }, [router, connectionId, region, props.hasShortcuts]);

  const handleOpenChange = (open: boolean) => !open && setLayer(undefined);
  return (
    <>
      {opened.includes('palette') && (
        <CommandPalette place={place} open={layer === 'palette'} onOpenChange={handleOpenChange} />
      )}
      {opened.includes('shortcuts') && (
        <ShortcutSheet
          open={layer === 'shortcuts'}
          onOpenChange={handleOpenChange}
          isOn={props.hasShortcuts}
        />
      )}
    </>
  );
}

/** Single keys belong to whoever takes text, and to layers that are open. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return Boolean(
    target.closest(
      'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]',
    ),
  );
}
