'use client';

import { useSyncExternalStore } from 'react';
import { useFormatter, useNow } from 'use-intl/react';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const dayMs = 24 * 60 * minuteMs;

let tick = 0;
const subscribers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times of a page. */
function subscribe(onChange: () => void): () => void {
  subscribers.add(onChange);
  tick ||= Date.now();
  timer ??= setInterval(() => {
    tick = Date.now();
    for (const notify of subscribers) notify();
  }, 30 * secondMs);
  return () => {
    subscribers.delete(onChange);
    if (subscribers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    tick = 0;
  };
}

const subscribeNever = () => () => undefined;
const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "4 minutes ago" for up to 7 days, then the date; the exact time with zone on hover. `at` is an ISO time. */
export function RelativeTime({ at, narrow = false }: { at: string; narrow?: boolean }) {
  const format = useFormatter();
  const serverNow = useNow().getTime();
  const now = useSyncExternalStore(
    subscribe,
    () => tick || serverNow,
    () => serverNow,
  );
  // The reader's time zone is known only in the browser; the server and the first paint say UTC.
  const zone = useSyncExternalStore(subscribeNever, readerZone, () => 'UTC');
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return <span>–</span>;
  // Two clocks are never equal: a time that is barely ahead of ours is now.
  const ahead = time.getTime() - now;
  const present = ahead > 0 && ahead < minuteMs ? time.getTime() : now;
  const age = present - time.getTime();
  const words =
    Math.abs(age) < 7 * dayMs
      ? format.relativeTime(time, { now: new Date(present), style: narrow ? 'narrow' : 'long' })
      : format.dateTime(time, { year: 'numeric', month: 'short', day: '2-digit', timeZone: zone });
  const exact = format.dateTime(time, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone: zone,
  });
  return (
    <time dateTime={at} data-tooltip={exact} className="whitespace-nowrap">
      {words}
    </time>
  );
}
