'use client';

import { useEffect, useRef, useState } from 'react';
import { apiRoutes } from '@/lib/api-routes';
import type { FunctionLook, LookPage } from '@/lib/domain/check-up';
import { consoleError, type ActionResult, type ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';

export interface Looks {
  readonly looks: readonly FunctionLook[];
  readonly isLooking: boolean;
  /** No function is left to be looked at. */
  readonly isAtEnd: boolean;
  /** Why the last look failed as a whole. */
  readonly error: ConsoleError | undefined;
}

const none: Looks = { looks: [], isLooking: false, isAtEnd: false, error: undefined };

/** Looks at a few functions each time it is asked, and keeps what was found while the page is open. */
export function useLooks(place: Place) {
  const [state, setState] = useState(none);
  const after = useRef<string>(undefined);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  /** Goes on where the last look ended, or at the first function. Answers all looks, or undefined when it failed. */
  async function look(from: 'here' | 'start'): Promise<readonly FunctionLook[] | undefined> {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    if (from === 'start') after.current = undefined;
    const before = from === 'start' ? [] : state.looks;
    setState({ ...none, looks: before, isLooking: true });
    const result = await ask(apiRoutes.checkUp(place, { after: after.current }), abort.signal);
    if (abort.signal.aborted) return undefined;
    if (!result.ok) {
      setState({ ...none, looks: before, error: result.error });
      return undefined;
    }
    after.current = result.data.next ?? after.current;
    const looks = [...before, ...result.data.looks];
    setState({ ...none, looks, isAtEnd: result.data.next === undefined });
    return looks;
  }
  return { ...state, look };
}

async function ask(url: string, signal: AbortSignal): Promise<ActionResult<LookPage>> {
  try {
    const response = await fetch(url, { signal });
    return (await response.json()) as ActionResult<LookPage>;
  } catch (error) {
    return { ok: false, error: consoleError('unreachable', String(error)) };
  }
}
