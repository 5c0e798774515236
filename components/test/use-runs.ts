'use client';

import { useEffect, useRef, useState } from 'react';
import { messagesOf } from '@/components/patterns/event-stream';
import { apiRoutes } from '@/lib/api-routes';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import type { InvocationResult } from '@/lib/domain/invocation';
import {
  runIdHeader,
  runsKeptMax,
  summaryOf,
  type Run,
  type RunMessage,
  type RunOutcome,
  type RunSettings,
  type RunSummary,
} from '@/lib/domain/test-run';
import { withQuery, type Place } from '@/lib/routes';

export interface Running {
  readonly startedMs: number;
  readonly cancel: () => void;
  /** What has come of a streamed response; undefined where it comes whole. */
  readonly text: string | undefined;
}

/** Runs of this page that are held whole; older ones are asked for again. */
const heldMax = 10;
const operation = 'lambda:Invoke';

/** Runs a function, and reads the runs that were made before; the console keeps them. */
export function useRuns(place: Place, functionName: string, past: readonly RunSummary[]) {
  const [runs, setRuns] = useState(past);
  const [running, setRunning] = useState<Running>();
  const held = useRef<readonly Run[]>([]);
  const cancel = running?.cancel;
  useEffect(() => () => cancel?.(), [cancel]);

  const url = apiRoutes.invoke(place, functionName);
  const hold = (run: Run) => {
    held.current = [run, ...held.current.filter(({ id }) => id !== run.id)].slice(0, heldMax);
  };

  /** Sends the event and waits. Answers the run, whatever became of it. */
  async function invoke(event: string, eventName: string | undefined, settings: RunSettings): Promise<Run> {
    const stop = new AbortController();
    const startedMs = Date.now();
    const common = { startedMs, cancel: () => stop.abort() };
    setRunning({ ...common, text: settings.streams ? '' : undefined });
    const { qualifier, streams, tenantId, durable } = settings;
    const target = withQuery(url, {
      qualifier,
      event: eventName,
      tenant: tenantId,
      durable: durable ? 1 : undefined,
      execution: durable?.executionName,
      streams: streams ? 1 : undefined,
    });
    const { outcome, id } = await send(target, event, stop.signal, (text) =>
      setRunning((before) => before && { ...before, text: (before.text ?? '') + text }),
    );
    setRunning(undefined);
    const at = new Date(startedMs).toISOString();
    const run = { id: id ?? `here-${startedMs}`, at, eventName, event, settings, outcome };
    hold(run);
    setRuns((before) => [summaryOf(run), ...before].slice(0, runsKeptMax));
    return run;
  }

  /** A run with all that is kept of it. */
  async function load(id: string): Promise<ActionResult<Run>> {
    const here = held.current.find((run) => run.id === id);
    if (here) return { ok: true, data: here };
    try {
      const response = await fetch(withQuery(url, { run: id }));
      const result = (await response.json()) as ActionResult<Run>;
      if (result.ok) hold(result.data);
      return result;
    } catch {
      return { ok: false, error: noAnswer('console:GetRun') };
    }
  }
  const forget = () => {
    held.current = [];
    setRuns([]);
  };
  return { runs, running, invoke, load, forget };
}

function noAnswer(name: string) {
  const message = 'The console did not answer. Check that it is running and that the network is there.';
  return consoleError('unreachable', message, { operation: name });
}

interface Sent {
  readonly outcome: RunOutcome;
  readonly id: string | undefined;
}

async function send(
  url: string,
  event: string,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<Sent> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', body: event, headers, signal });
    if (response.headers.get('content-type')?.startsWith('text/event-stream') && response.body) {
      return await readStream(response.body, onText);
    }
    const result = (await response.json()) as ActionResult<InvocationResult>;
    const id = response.headers.get(runIdHeader) ?? undefined;
    const outcome: RunOutcome = result.ok
      ? { kind: 'answered', result: result.data }
      : { kind: 'refused', error: result.error };
    return { outcome, id };
  } catch {
    if (signal.aborted) return { outcome: { kind: 'cancelled' }, id: undefined };
    return { outcome: { kind: 'refused', error: noAnswer(operation) }, id: undefined };
  }
}

/** Hands on the pieces of a response until the message that ends it. */
async function readStream(body: ReadableStream<BufferSource>, onText: (text: string) => void): Promise<Sent> {
  let end: Sent | undefined;
  for await (const messages of messagesOf<RunMessage>(body)) {
    // One update of the page for all that came together.
    let text = '';
    for (const message of messages) {
      if (message.kind === 'chunk') text += message.text;
      else end = { outcome: message.outcome, id: message.id };
    }
    if (text !== '') onText(text);
  }
  return end ?? { outcome: { kind: 'refused', error: noAnswer(operation) }, id: undefined };
}
