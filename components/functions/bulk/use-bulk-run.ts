'use client';

import { useRef, useState } from 'react';
import { apiRoutes } from '@/lib/api-routes';
import type { BulkChange } from '@/lib/domain/bulk-change';
import type { ActionResult } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { runEach } from './run-each';

/** Control-plane calls share AWS's limit of 15 a second. */
const changesAtOnce = 4;

export type Progress =
  | { readonly status: 'waiting' }
  | { readonly status: 'running' }
  | { readonly status: 'done' }
  | { readonly status: 'failed'; readonly message: string };

async function send(place: Place, name: string, change: BulkChange, lost: string): Promise<Progress> {
  try {
    const response = await fetch(apiRoutes.bulkChange(place, name), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
    const result = (await response.json()) as ActionResult<undefined>;
    return result.ok ? { status: 'done' } : { status: 'failed', message: result.error.message };
  } catch {
    return { status: 'failed', message: lost };
  }
}

/** Sends a change to function after function, and knows how far each is. */
export function useBulkRun(place: Place, change: BulkChange, lost: string) {
  const [progress, setProgress] = useState<Readonly<Record<string, Progress>>>({});
  const [isRunning, setIsRunning] = useState(false);
  const stop = useRef<AbortController>(undefined);
  const note = (name: string, next: Progress) => setProgress((now) => ({ ...now, [name]: next }));

  const start = async (names: readonly string[]) => {
    const own = new AbortController();
    stop.current = own;
    setIsRunning(true);
    setProgress((now) => ({
      ...now,
      ...Object.fromEntries(names.map((name) => [name, { status: 'waiting' }] as const)),
    }));
    const work = async (name: string) => {
      note(name, { status: 'running' });
      note(name, await send(place, name, change, lost));
    };
    await runEach(names, changesAtOnce, work, own.signal);
    setIsRunning(false);
  };
  const of = (status: Progress['status']) =>
    Object.entries(progress).flatMap(([name, one]) => (one.status === status ? [name] : []));
  return {
    progress,
    isRunning,
    hasStarted: Object.keys(progress).length > 0,
    done: of('done'),
    failed: of('failed'),
    waiting: of('waiting'),
    start,
    stop: () => stop.current?.abort(),
  };
}

export type BulkRun = ReturnType<typeof useBulkRun>;
