'use client';

import { useEffect, useRef, useState } from 'react';
import { messagesOf } from '@/components/patterns/event-stream';
import { apiRoutes } from '@/lib/api-routes';
import { consoleError, type ActionResult, type ConsoleError } from '@/lib/domain/console-error';
import type { TuningEnd, TuningMessage, TuningRun } from '@/lib/domain/memory-tuning';
import type { Place } from '@/lib/routes';

export interface TuningPlan {
  readonly event: string;
  readonly sizesMb: readonly number[];
  readonly runs: number;
}

export interface TuningState {
  readonly plan: TuningPlan;
  /** Sizes that have their temporary version. */
  readonly prepared: number;
  readonly isRestored: boolean;
  readonly runs: readonly TuningRun[];
  readonly end: TuningEnd | undefined;
  readonly error: ConsoleError | undefined;
}

/** Runs a plan and gathers what comes of it. Leaving the page stops it, and the function is put back. */
export function useTuning(place: Place, functionName: string) {
  const [state, setState] = useState<TuningState>();
  const [isRunning, setIsRunning] = useState(false);
  const session = useRef<AbortController>(undefined);
  useEffect(() => () => session.current?.abort(), []);

  const update = (part: (before: TuningState) => Partial<TuningState>) =>
    setState((before) => before && { ...before, ...part(before) });
  const handle = (message: TuningMessage) => {
    switch (message.kind) {
      case 'prepared':
        return update(({ prepared }) => ({ prepared: prepared + 1 }));
      case 'restored':
        return update(() => ({ isRestored: true }));
      case 'run':
        return update(({ runs }) => ({ runs: [...runs, message.run] }));
      case 'end':
        return update(() => ({ end: message.end }));
      case 'failed':
        return update(() => ({ error: message.error }));
    }
  };
  const start = async (plan: TuningPlan) => {
    const stop = new AbortController();
    session.current = stop;
    setIsRunning(true);
    setState({ plan, prepared: 0, isRestored: false, runs: [], end: undefined, error: undefined });
    const error = await follow(apiRoutes.memoryTuning(place, functionName), plan, stop.signal, handle);
    if (error) update((before) => ({ error: before.error ?? error }));
    setIsRunning(false);
  };
  return { state, isRunning, start, stop: () => session.current?.abort() };
}

/** Reads messages until the server ends them; answers why it failed, if it did. */
async function follow(
  url: string,
  plan: TuningPlan,
  signal: AbortSignal,
  onMessage: (message: TuningMessage) => void,
): Promise<ConsoleError | undefined> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(plan), headers, signal });
    if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) {
      const result = (await response.json()) as ActionResult<never>;
      return result.ok ? undefined : result.error;
    }
    for await (const messages of messagesOf<TuningMessage>(response.body)) messages.forEach(onMessage);
    return undefined;
  } catch {
    if (signal.aborted) return undefined;
    const message =
      'The console no longer answers. Reload the page: it tells whether something is to be put back.';
    return consoleError('unreachable', message, { operation: 'lambda:PublishVersion' });
  }
}
