'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Count } from './count';

export interface TabLink {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly count?: number;
  readonly countTone?: 'neutral' | 'warning' | 'danger';
  /** Words of the dot at the end: what is unfinished there. */
  readonly dot?: string;
}

/**
 * Tabs that are pages. The current one is `current`, else the one whose path begins the address.
 * Arrow keys move, Enter opens; digits 1 to 9 open through the shell's shortcuts.
 */
export function TabLinks(props: {
  label: string;
  tabs: readonly TabLink[];
  current?: string;
  end?: ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  const pathname = usePathname();
  const current = props.current ?? currentOf(props.tabs, pathname);
  const handleKey = (event: KeyboardEvent) => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    tabs[(next + tabs.length) % tabs.length]?.focus();
  };
  return (
    <div className="flex items-end gap-20 border-b border-edge px-inset">
      <div
        ref={list}
        role="tablist"
        aria-label={props.label}
        onKeyDown={handleKey}
        className="flex min-w-0 flex-1 gap-20 overflow-x-auto overflow-y-hidden"
      >
        {props.tabs.map((tab) => (
          <Tab
            key={tab.id}
            tab={tab}
            isCurrent={tab.id === current}
            isFirst={!current && tab === props.tabs[0]}
          />
        ))}
      </div>
      {props.end}
    </div>
  );
}

function Tab({ tab, isCurrent, isFirst }: { tab: TabLink; isCurrent: boolean; isFirst: boolean }) {
  return (
    <Link
      href={tab.href}
      role="tab"
      aria-selected={isCurrent}
      tabIndex={isCurrent || isFirst ? 0 : -1}
      data-focus="inset"
      className={`flex h-row-header shrink-0 items-center gap-8 font-medium whitespace-nowrap ${isCurrent ? 'text-text shadow-tab' : 'text-muted hover:text-text'}`}
    >
      {tab.label}
      {tab.count !== undefined && <Count value={tab.count} tone={tab.countTone} />}
      {tab.dot && (
        <span
          role="img"
          aria-label={tab.dot}
          data-tooltip={tab.dot}
          className="size-8 rounded-full bg-warning-solid"
        />
      )}
    </Link>
  );
}

function currentOf(tabs: readonly TabLink[], pathname: string): string | undefined {
  const isInside = (tab: TabLink) => {
    const path = tab.href.split('?')[0] ?? '';
    return pathname === path || pathname.startsWith(`${path}/`);
  };
  return [...tabs].filter(isInside).sort((a, b) => b.href.length - a.href.length)[0]?.id;
}
