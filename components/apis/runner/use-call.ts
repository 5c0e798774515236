'use client';

import { useEffect, useState } from 'react';
import { apiRoutes } from '@/lib/api-routes';
import type { ApiAnswer, ApiRequest } from '@/lib/domain/api-request';
import { consoleError, type ActionResult, type ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';

export type CallOutcome =
  | { readonly kind: 'answered'; readonly answer: ApiAnswer }
  | { readonly kind: 'refused'; readonly error: ConsoleError }
  /** The page stopped waiting; the API may have gone on. */
  | { readonly kind: 'cancelled' };

export interface RunningCall {
  readonly startedMs: number;
  readonly cancel: () => void;
}

/** Has the console's server call the API; one call at a time. */
export function useCall(place: Place, apiId: string) {
  const [running, setRunning] = useState<RunningCall>();
  useEffect(() => () => running?.cancel(), [running]);

  async function call(request: ApiRequest): Promise<CallOutcome> {
    const stop = new AbortController();
    setRunning({ startedMs: Date.now(), cancel: () => stop.abort() });
    const outcome = await send(apiRoutes.apiRequests(place, apiId), request, stop.signal);
    setRunning(undefined);
    return outcome;
  }
  return { running, call };
}

async function send(url: string, request: ApiRequest, signal: AbortSignal): Promise<CallOutcome> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(request), headers, signal });
    const result = (await response.json()) as ActionResult<ApiAnswer>;
    return result.ok ? { kind: 'answered', answer: result.data } : { kind: 'refused', error: result.error };
  } catch {
    if (signal.aborted) return { kind: 'cancelled' };
    const message = 'The console did not answer. Check that it is running and that the network is there.';
    return {
      kind: 'refused',
      error: consoleError('unreachable', message, { operation: 'execute-api:Invoke' }),
    };
  }
}
