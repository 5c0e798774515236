'use client';

import { useState, useTransition } from 'react';
import { revealEnvironmentAction } from '@/lib/actions/functions/reveal-environment';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import type { Revealed } from './variable-rows';

/** Values of environment variables on request; each request is in the audit log. */
export function useRevealed(place: Place, functionName: string, qualifier?: string) {
  const [revealed, setRevealed] = useState<Revealed>({});
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  return {
    revealed,
    error,
    isPending,
    forget: () => setRevealed({}),
    /** Asks for some values, or all; `then` gets those that came. */
    reveal(keys: readonly string[] | undefined, then?: (values: Revealed) => void) {
      startTransition(async () => {
        setError(undefined);
        const result = await revealEnvironmentAction({
          place,
          functionName,
          ...(qualifier !== undefined && { qualifier }),
          ...(keys && { keys }),
        });
        if (!result.ok) return setError(result.error);
        setRevealed((before) => ({ ...before, ...result.data }));
        then?.(result.data);
      });
    },
  };
}
