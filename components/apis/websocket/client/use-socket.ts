'use client';

import { useEffect, useRef, useState } from 'react';
import { messagesOf } from '@/components/patterns/event-stream';
import { apiRoutes } from '@/lib/api-routes';
import type { SocketEvent, SocketRequest } from '@/lib/domain/api-socket';
import { consoleError, type ActionResult, type ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { appendEvent, emptyLog, type FrameLog } from './frames';

export type SocketState = 'idle' | 'connecting' | 'open' | 'closed' | 'refused' | 'failed';

/** A connection with an API that the console's server holds for this page. */
export function useSocket(place: Place, apiId: string) {
  const [state, setState] = useState<SocketState>('idle');
  const [log, setLog] = useState<FrameLog>(emptyLog);
  const [error, setError] = useState<ConsoleError>();
  const session = useRef<AbortController>(undefined);
  const socketId = useRef<string>(undefined);
  useEffect(() => () => session.current?.abort(), []);

  const handle = (event: SocketEvent) => {
    if (event.kind === 'failed') {
      setError(event.error);
      setState('failed');
      return;
    }
    setLog((before) => appendEvent(before, event));
    if (event.kind === 'opened') {
      socketId.current = event.socketId;
      setState('open');
    }
    if (event.kind === 'closed') setState('closed');
    if (event.kind === 'refused') setState('refused');
  };

  const connect = async (request: SocketRequest) => {
    session.current?.abort();
    const stop = new AbortController();
    session.current = stop;
    socketId.current = undefined;
    setState('connecting');
    setError(undefined);
    const failure = await follow(apiRoutes.apiSockets(place, apiId), request, stop.signal, (event) => {
      if (!stop.signal.aborted) handle(event);
    });
    if (stop.signal.aborted) return;
    if (failure) {
      setError(failure);
      setState('failed');
    } else setState((before) => (before === 'open' || before === 'connecting' ? 'closed' : before));
  };
  const disconnect = () => {
    session.current?.abort();
    if (state === 'open') {
      const at = new Date().toISOString();
      setLog((before) => appendEvent(before, { kind: 'closed', code: 1000, reason: '', at }));
    }
    setState('closed');
  };
  /** True when the message was sent. */
  const send = async (text: string): Promise<boolean> => {
    const id = socketId.current;
    if (id === undefined) return false;
    setError(undefined);
    try {
      const response = await fetch(apiRoutes.apiSocket(place, apiId, id), {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
      const result = (await response.json()) as ActionResult<undefined>;
      if (!result.ok) setError(result.error);
      return result.ok;
    } catch {
      setError(consoleError('unreachable', unreachable, { operation: 'execute-api:Send' }));
      return false;
    }
  };
  return { state, log, error, connect, disconnect, send, clear: () => setLog(emptyLog) };
}

const unreachable = 'The console did not answer. Check that it is running and that the network is there.';

/** Reads the stream to its end; what went wrong, if anything did. */
async function follow(
  url: string,
  request: SocketRequest,
  signal: AbortSignal,
  onEvent: (event: SocketEvent) => void,
): Promise<ConsoleError | undefined> {
  const operation = 'execute-api:Connect';
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(request),
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      signal,
    });
    if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) {
      const result = (await response.json()) as ActionResult<undefined>;
      return result.ok ? undefined : result.error;
    }
    for await (const events of messagesOf<SocketEvent>(response.body)) events.forEach(onEvent);
    return undefined;
  } catch {
    return signal.aborted ? undefined : consoleError('unreachable', unreachable, { operation });
  }
}
