'use client';

import { useEffect, useState } from 'react';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import type { InvocationResult } from '@/lib/domain/invocation';
import { routes, withQuery, type Place } from '@/lib/routes';
import { boundRuns, parseRuns, type Run, type RunOutcome } from './runs';

export interface Running {
  readonly startedMs: number;
  readonly cancel: () => void;
}

/**
 * Runs a function and keeps what came of it in this tab of the browser: bounded, and gone when the tab is closed.
 * `owner` keeps the runs of two people at one browser apart.
 */
export function useRuns(place: Place, functionName: string, owner: string, qualifier: string | undefined) {
  const key = `lambdeck-runs/${owner}/${place.connectionId}/${place.region}/${functionName}`;
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const [running, setRunning] = useState<Running>();

  useEffect(() => setRuns(parseRuns(sessionStorage.getItem(key))), [key]);
  useEffect(() => () => running?.cancel(), [running]);

  const keep = (run: Run) =>
    setRuns((before) => {
      const next = boundRuns([run, ...before]);
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        sessionStorage.removeItem(key); // Full: the runs stay as long as the page does.
      }
      return next;
    });

  /** Sends the event and waits. Answers the run, whatever became of it. */
  async function invoke(event: string, eventName: string | undefined): Promise<Run> {
    const stop = new AbortController();
    const startedMs = Date.now();
    setRunning({ startedMs, cancel: () => stop.abort() });
    const outcome = await send(
      withQuery(routes.api.invoke(place, functionName), { qualifier }),
      event,
      stop.signal,
    );
    setRunning(undefined);
    const run = { id: `${startedMs}`, at: new Date(startedMs).toISOString(), eventName, event, outcome };
    keep(run);
    return run;
  }
  return { runs, running, invoke };
}

async function send(url: string, event: string, signal: AbortSignal): Promise<RunOutcome> {
  const operation = 'lambda:Invoke';
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', body: event, headers, signal });
    const result = (await response.json()) as ActionResult<InvocationResult>;
    return result.ok ? { kind: 'answered', result: result.data } : { kind: 'refused', error: result.error };
  } catch {
    if (signal.aborted) return { kind: 'cancelled' };
    const message = 'The console did not answer. Check that it is running and that the network is there.';
    return { kind: 'refused', error: consoleError('unreachable', message, { operation }) };
  }
}
