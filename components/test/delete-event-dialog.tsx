'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { deleteSharedEventAction } from '@/lib/actions/test-events/delete-shared-event';
import { deleteTestEventAction } from '@/lib/actions/test-events/delete-test-event';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { TestEvent } from '@/lib/domain/test-event';
import type { Place } from '@/lib/routes';

/** Asks once before a saved event is gone. */
export function DeleteEventDialog(props: {
  place: Place;
  functionName: string;
  event: TestEvent;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const t = useTranslations('test');
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const { place, functionName } = props;
  const { name, sharing } = props.event;
  const remove = () =>
    startTransition(async () => {
      const act = sharing === 'shareable' ? deleteSharedEventAction : deleteTestEventAction;
      const result = await act({ place, functionName, name });
      if (result.ok) props.onDeleted();
      else setError(result.error);
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t('deleteTitle', { name })}
      description={t(sharing === 'shareable' ? 'deleteSharedText' : 'deleteText')}
      footer={
        <>
          <Button onClick={props.onClose}>{t('keep')}</Button>
          <Button variant="danger" pending={isPending} onClick={remove}>
            {t('delete')}
          </Button>
        </>
      }
    >
      {error && <Failure error={error} compact onRetry={null} />}
    </Dialog>
  );
}
