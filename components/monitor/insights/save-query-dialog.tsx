'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { announce } from '@/components/ui/live-region';
import { TextField } from '@/components/ui/text-field';
import { saveQueryAction } from '@/lib/actions/insights/save-query';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';

/** Asks for the name under which a query is kept for the account. */
export function SaveQueryDialog(props: {
  place: Place;
  functionName: string;
  query: string;
  onClose: () => void;
}) {
  const t = useTranslations('insights');
  const [name, setName] = useState('');
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const { place, functionName, query } = props;
  const handleSubmit = () =>
    startTransition(async () => {
      const result = await saveQueryAction({ place, functionName, name, query });
      if (!result.ok) return setError(result.error);
      announce(t('savedAs', { name }));
      props.onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t('saveTitle')}
      description={t('saveText')}
      onSubmit={handleSubmit}
      footer={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('name')}
        maxLength={255}
        value={name}
        error={error?.field === 'name' ? error.message : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      {error && error.field !== 'name' && <Failure error={error} compact onRetry={null} />}
    </Dialog>
  );
}
