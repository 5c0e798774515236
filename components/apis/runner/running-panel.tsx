'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import type { RunningCall } from './use-call';

const tickMs = 100;

/** While the API works: for how long already, and the way to stop waiting. */
export function RunningPanel({ running }: { running: RunningCall }) {
  const t = useTranslations('apiRunner');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, now - running.startedMs) / 1_000;
  return (
    <section aria-label={t('running')} className="flex flex-wrap items-center gap-12 p-16">
      <Status look="progress">{t('running')}</Status>
      <span className="text-muted tabular-nums">{t('elapsed', { seconds: seconds.toFixed(1) })}</span>
      <span className="ml-auto">
        <Button size="small" onClick={running.cancel}>
          {t('cancel')}
        </Button>
      </span>
    </section>
  );
}
