'use client';

import { useEffect, useRef, useState } from 'react';
import { apiRoutes } from '@/lib/api-routes';
import { consoleError, type ActionResult, type ConsoleError } from '@/lib/domain/console-error';
import type { TailMessage } from '@/lib/queries/log-tail';
import { withQuery, type Place } from '@/lib/routes';
import { messagesOf } from '@/components/patterns/event-stream';
import { appendLines, emptyTail, type TailBuffer } from './tail-buffer';

export type TailState = 'idle' | 'connecting' | 'waiting' | 'live' | 'polling' | 'ended' | 'failed';

const operation = 'logs:StartLiveTail';

/** Follows a function's log while it is wanted; the lines are kept until the next start. */
export function useLiveTail(place: Place, functionName: string) {
  const [state, setState] = useState<TailState>('idle');
  const [tail, setTail] = useState<TailBuffer>(emptyTail);
  const [isSampled, setIsSampled] = useState(false);
  const [error, setError] = useState<ConsoleError>();
  const session = useRef<AbortController>(undefined);
  useEffect(() => () => session.current?.abort(), []);

  const handle = (message: TailMessage) => {
    switch (message.kind) {
      case 'started':
        setState(message.mode);
        break;
      case 'waiting':
        setState('waiting');
        break;
      case 'lines':
        setTail((before) => appendLines(before, message.lines));
        setIsSampled(message.isSampled);
        break;
      case 'failed':
        setError(message.error);
        setState('failed');
    }
  };
  const start = async (pattern: string) => {
    session.current?.abort();
    const stop = new AbortController();
    session.current = stop;
    setState('connecting');
    setTail(emptyTail);
    setError(undefined);
    const failure = await follow(
      withQuery(apiRoutes.logTail(place, functionName), { pattern }),
      stop.signal,
      (message) => !stop.signal.aborted && handle(message),
    );
    if (stop.signal.aborted) return;
    setError((before) => before ?? failure);
    setState((before) => (before === 'failed' || failure ? 'failed' : 'ended'));
  };
  const stop = () => {
    session.current?.abort();
    setState('idle');
  };
  return { state, tail, isSampled, error, start, stop };
}

/** Reads messages until the server ends them; answers why it failed, if it did. */
async function follow(
  url: string,
  signal: AbortSignal,
  onMessage: (message: TailMessage) => void,
): Promise<ConsoleError | undefined> {
  try {
    const response = await fetch(url, { signal, headers: { accept: 'text/event-stream' } });
    if (!response.ok || !response.body) {
      const result = (await response.json()) as ActionResult<never>;
      return result.ok ? undefined : result.error;
    }
    for await (const messages of messagesOf<TailMessage>(response.body)) messages.forEach(onMessage);
    return undefined;
  } catch {
    if (signal.aborted) return undefined;
    const message = 'The console no longer answers. Check that it is running and that the network is there.';
    return consoleError('unreachable', message, { operation });
  }
}
