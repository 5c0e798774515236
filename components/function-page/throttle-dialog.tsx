'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { updateConcurrencyAction } from '@/lib/actions/functions/update-concurrency';
import type { ConsoleError } from '@/lib/domain/console-error';
import { routes, type Place } from '@/lib/routes';

/** "Throttle": reserves nothing, so that every invocation is refused at once. */
export function ThrottleDialog(props: {
  place: Place;
  name: string;
  /** Reserved until now; undefined without a reservation. */
  reserved: number | undefined;
  onClose: () => void;
}) {
  const t = useTranslations('functionPage.throttle');
  const common = useTranslations('ui');
  const { place, name, reserved } = props;
  const flash = useFlash();
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const throttle = () => {
    if (isPending) return;
    setError(undefined);
    startTransition(async () => {
      const before = reserved ?? null;
      const result = await updateConcurrencyAction({ place, functionName: name, before, after: 0 });
      if (!result.ok) return setError(result.error);
      const href = routes.editConfiguration(place, name, 'concurrency');
      flash.show({ kind: 'warning', title: t('done', { name }), act: { label: t('change'), href } });
      props.onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !isPending && props.onClose()}
      title={t('title', { name })}
      description={t('text')}
      onSubmit={throttle}
      footer={
        <>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="danger" pending={isPending}>
            {t('act')}
          </Button>
        </>
      }
    >
      <p>
        {reserved === undefined ? t('wasUnreserved') : t('wasReserved', { count: reserved })} {t('undo')}
      </p>
      {error && <Failure error={error} compact />}
    </Dialog>
  );
}
