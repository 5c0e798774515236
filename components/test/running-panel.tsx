'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import type { Running } from './use-runs';

const tickMs = 100;

/** While the function runs: for how long already, and the way to stop waiting. */
export function RunningPanel({ running, timeoutSeconds }: { running: Running; timeoutSeconds: number }) {
  const t = useTranslations('test');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, now - running.startedMs) / 1_000;
  return (
    <section aria-label={t('running')} className="flex flex-wrap items-center gap-12 p-16">
      <Status look="progress">{t('running')}</Status>
      <span className="text-muted tabular-nums">
        {t('elapsed', { seconds: seconds.toFixed(1), timeout: timeoutSeconds })}
      </span>
      <span className="ml-auto">
        <Button size="small" onClick={running.cancel}>
          {t('cancel')}
        </Button>
      </span>
      {running.text !== undefined && (
        <div className="flex w-full min-w-0 flex-col gap-8">
          <h3 className="text-14">{t('response')}</h3>
          <pre
            tabIndex={0}
            aria-label={t('responseSoFar')}
            className="min-h-40 overflow-x-auto rounded-8 border border-edge-strong bg-code-ground p-12 text-13 wrap-anywhere whitespace-pre-wrap text-code-text"
          >
            {running.text}
          </pre>
        </div>
      )}
    </section>
  );
}
