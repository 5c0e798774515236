'use client';

import { useEffect, useState } from 'react';
import { apiRoutes } from '@/lib/api-routes';
import type { ActionResult, ConsoleError } from '@/lib/domain/console-error';
import type { TemplateFormat, WrittenTemplate } from '@/lib/domain/template-format';
import type { Place } from '@/lib/routes';

export interface TemplateAsked {
  readonly format: TemplateFormat;
  readonly withValues: boolean;
  /** Counts up to ask the same again. */
  readonly attempt: number;
}

type Answer = { readonly asked: TemplateAsked } & (
  | { readonly template: WrittenTemplate; readonly error?: undefined }
  | { readonly template?: undefined; readonly error: ConsoleError }
);

/** The template that was asked for last; undefined while it is being written. */
export function useTemplate(
  place: Place,
  functionName: string,
  asked: TemplateAsked,
  unreachable: string,
): Answer | undefined {
  const { connectionId, region } = place;
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    const stop = new AbortController();
    const query = { format: asked.format, ...(asked.withValues && { values: '1' as const }) };
    const href = apiRoutes.functionTemplate({ connectionId, region }, functionName, query);
    fetch(href, { signal: stop.signal })
      .then((response) => response.json() as Promise<ActionResult<WrittenTemplate>>)
      .then((result) =>
        setAnswer(result.ok ? { asked, template: result.data } : { asked, error: result.error }),
      )
      .catch(() => {
        if (stop.signal.aborted) return;
        const at = new Date().toISOString();
        const error = {
          kind: 'unreachable',
          message: unreachable,
          operation: 'lambda:GetFunction',
          at,
        } as const;
        setAnswer({ asked, error });
      });
    return () => stop.abort();
  }, [connectionId, region, functionName, asked, unreachable]);
  return answer?.asked === asked ? answer : undefined;
}
