'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { NumberField } from '@/components/ui/number-field';
import { extendUsageAction } from '@/lib/actions/usage-plans/plan-keys';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';

/** Gives a key more or less of its quota for the running period. */
export function ExtendUsage(props: {
  place: Place;
  planId: string;
  keyId: string;
  name: string;
  remaining: number;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('usagePlans');
  const common = useTranslations('ui');
  const flash = useFlash();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState(String(props.remaining));
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const isWhole = /^\d{1,10}$/.test(text.trim());
  const save = () => {
    if (!isWhole || isPending) return;
    startTransition(async () => {
      const { place, planId, keyId, name } = props;
      const remaining = Number(text);
      const result = await extendUsageAction({ place, id: planId, keyId, remaining });
      if (!result.ok) return setError(result.error);
      setIsOpen(false);
      flash.show({ kind: 'success', title: t('extended', { name, remaining }) });
    });
  };
  return (
    <>
      <Button
        size="small"
        disabledReason={props.refusedReason}
        onClick={() => {
          setText(String(props.remaining));
          setError(undefined);
          setIsOpen(true);
        }}
      >
        {t('extend')}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t('extendTitle', { name: props.name })}
        description={t('extendText')}
        onSubmit={save}
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>{common('cancel')}</Button>
            <Button type="submit" variant="primary" pending={isPending}>
              {t('extend')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-12">
          <NumberField
            label={t('remaining')}
            value={text}
            error={isWhole ? undefined : t('notWhole')}
            onChange={(event) => setText(event.target.value)}
          />
          {error && <Failure error={error} compact onRetry={null} />}
        </div>
      </Dialog>
    </>
  );
}
