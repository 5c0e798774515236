'use client';

import { useSyncExternalStore } from 'react';

// The Code tab counts, the tabs of the page show a dot: two rooms that do not import each other.
const counts = new Map<string, number>();
const listeners = new Set<() => void>();

/** Notes how many files of a function differ from its deployed code. `key` is connection, Region and name. */
export function setUndeployedCount(key: string, count: number): void {
  if ((counts.get(key) ?? 0) === count) return;
  counts.set(key, count);
  for (const notify of listeners) notify();
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => {
    listeners.delete(onChange);
  };
}

/** How many files differ, as far as this page load has seen. */
export function useUndeployedCount(key: string): number {
  return useSyncExternalStore(
    subscribe,
    () => counts.get(key) ?? 0,
    () => 0,
  );
}
