'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { stopExecutionAction } from '@/lib/actions/durable/stop-execution';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { ErrorFields, noError } from './error-fields';

/** "Stop execution": for good, with a reason if there is one. */
export function StopDialog(props: {
  place: Place;
  functionName: string;
  executionArn: string;
  onClose: () => void;
}) {
  const t = useTranslations('durable.stop');
  const common = useTranslations('ui');
  const { place, functionName, executionArn } = props;
  const flash = useFlash();
  const router = useRouter();
  const [reason, setReason] = useState(noError);
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const stop = () => {
    if (isPending) return;
    setError(undefined);
    startTransition(async () => {
      const result = await stopExecutionAction({ place, functionName, executionArn, error: reason });
      if (!result.ok) return setError(result.error);
      flash.show({ kind: 'success', title: t('done') });
      props.onClose();
      router.refresh();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !isPending && props.onClose()}
      title={t('title')}
      description={t('text')}
      onSubmit={stop}
      footer={
        <>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="danger" pending={isPending}>
            {t('title')}
          </Button>
        </>
      }
    >
      <ErrorFields value={reason} onChange={setReason} />
      {error && <Failure error={error} compact onRetry={null} />}
    </Dialog>
  );
}
