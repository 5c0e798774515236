import { type ReactNode, Suspense } from 'react';
import { LiveRegion } from '@/components/ui/live-region';
import { TooltipLayer } from '@/components/ui/tooltip-layer';
import type { Shell } from '@/lib/queries/shell';
import type { Place } from '@/lib/routes';
import { Navigation } from './navigation';
import { ScrollMemory } from './scroll-memory';
import { ShellLayers } from './shell-layers';
import { TopBar } from './top-bar';

/** Everything around a page: top bar, navigation, the sheet, and the layers that any page may open. */
export function ConsoleShell(props: {
  shell: Shell;
  /** Where the reader was last, for pages without a place. */
  place: Place;
  isNavigationFolded: boolean;
  hasShortcuts: boolean;
  words: { skip: string; home: string };
  onSignOut?: () => Promise<unknown>;
  children: ReactNode;
}) {
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a
        href="#content"
        className="fixed top-8 left-8 z-flash -translate-y-40 rounded-6 border border-edge-strong bg-raised px-12 py-8 font-medium opacity-0 focus:translate-y-0 focus:opacity-100"
      >
        {props.words.skip}
      </a>
      <TopBar
        shell={props.shell}
        place={props.place}
        homeLabel={props.words.home}
        onSignOut={props.onSignOut}
      />
      <div className="flex min-h-0 flex-1">
        <Navigation fallback={props.place} initiallyFolded={props.isNavigationFolded} />
        <main
          id="content"
          tabIndex={-1}
          className="flex min-w-0 flex-1 flex-col overflow-x-hidden overflow-y-auto border-t border-edge bg-surface outline-none max-tablet:rounded-t-12 tablet:rounded-tl-12 tablet:border-l"
        >
          {props.children}
        </main>
      </div>
      <ShellLayers fallback={props.place} hasShortcuts={props.hasShortcuts} />
      <Suspense>
        <ScrollMemory />
      </Suspense>
      <TooltipLayer />
      <LiveRegion />
    </div>
  );
}
