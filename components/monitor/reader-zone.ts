'use client';

import { useSyncExternalStore } from 'react';

const subscribeNever = () => () => undefined;

/** The reader's time zone; UTC on the server and in the first paint. */
export function useReaderZone(): string {
  return useSyncExternalStore(
    subscribeNever,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
}
