'use client';

import { useEffect, useRef, useState } from 'react';
import { apiRoutes } from '@/lib/api-routes';
import { consoleError, type ActionResult, type ConsoleError } from '@/lib/domain/console-error';
import type { InsightsRange, InsightsResult } from '@/lib/domain/insights';
import type { Place } from '@/lib/routes';

export type InsightsState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly result: InsightsResult | undefined }
  | { readonly kind: 'ended'; readonly result: InsightsResult }
  | { readonly kind: 'refused'; readonly error: ConsoleError };

const askMs = 400;
const operation = 'logs:StartQuery';

/** Runs one query at a time; a query that nobody looks at any more is stopped. */
export function useInsights(place: Place, functionName: string) {
  const [state, setState] = useState<InsightsState>({ kind: 'idle' });
  const session = useRef<AbortController>(undefined);
  useEffect(() => () => session.current?.abort(), []);

  const run = async (query: string, range: InsightsRange) => {
    session.current?.abort();
    const stop = new AbortController();
    session.current = stop;
    const set = (next: InsightsState) => !stop.signal.aborted && setState(next);
    set({ kind: 'running', result: undefined });
    const body = JSON.stringify({ query, range });
    const started = await ask<string>(apiRoutes.insights(place, functionName), { method: 'POST', body });
    if (!started.ok) return set({ kind: 'refused', error: started.error });
    const url = apiRoutes.insights(place, functionName, { query: started.data });
    // Also when it was left before its id was known.
    const end = () => void ask<undefined>(url, { method: 'DELETE', keepalive: true });
    if (stop.signal.aborted) return end();
    stop.signal.addEventListener('abort', end);
    for (;;) {
      const found = await ask<InsightsResult>(url);
      if (stop.signal.aborted) return;
      if (found.ok && found.data.status === 'running') {
        set({ kind: 'running', result: found.data });
        await new Promise((resolve) => setTimeout(resolve, askMs));
        continue;
      }
      stop.signal.removeEventListener('abort', end);
      return set(found.ok ? { kind: 'ended', result: found.data } : { kind: 'refused', error: found.error });
    }
  };
  const stop = () => {
    session.current?.abort();
    setState((before) => {
      const result = before.kind === 'running' ? before.result : undefined;
      const nothing = { rows: [], recordsScanned: 0, recordsMatched: 0, bytesScanned: 0 };
      return { kind: 'ended', result: { ...nothing, ...result, status: 'stopped' } };
    });
  };
  return { state, run, stop };
}

/** Asks our own server; also what answers nothing readable is a result. */
export async function ask<Data>(url: string, init?: RequestInit): Promise<ActionResult<Data>> {
  try {
    const response = await fetch(url, init);
    return (await response.json()) as ActionResult<Data>;
  } catch {
    const message = 'The console no longer answers. Check that it is running and that the network is there.';
    return { ok: false, error: consoleError('unreachable', message, { operation }) };
  }
}
