'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { restoreMemoryAction } from '@/lib/actions/functions/restore-memory';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';

/** A tuning that was interrupted: what it left, and the way back. */
export function PutBack(props: {
  place: Place;
  functionName: string;
  open: { readonly formerMb: number; readonly startedAt: string };
  refusedReason: string | undefined;
}) {
  const { place, functionName, open } = props;
  const t = useTranslations('memoryTuning');
  const format = useFormatter();
  const router = useRouter();
  const flash = useFlash();
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const at = format.dateTime(new Date(open.startedAt), { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const putBack = () =>
    startTransition(async () => {
      const result = await restoreMemoryAction({ place, functionName });
      if (!result.ok) return setError(result.error);
      flash.show({ kind: 'success', title: t('putBackDone', { name: functionName }) });
      router.refresh();
    });
  return (
    <div className="flex flex-col gap-8">
      <Note
        tone="danger"
        title={t('interrupted')}
        act={
          <Button pending={isPending} disabledReason={props.refusedReason} onClick={putBack}>
            {t('putBack', { memory: open.formerMb })}
          </Button>
        }
      >
        <span suppressHydrationWarning>{t('interruptedText', { at, memory: open.formerMb })}</span>
      </Note>
      {error && <Failure error={error} title={t('putBackFailed')} compact onRetry={putBack} />}
    </div>
  );
}
