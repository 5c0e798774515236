'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { announce } from '@/components/ui/live-region';
import { revealApiKeyAction } from '@/lib/actions/api-keys/reveal-api-key';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';

/** The value of a key as dots, until someone who may asks for it. Asking is recorded. */
export function KeyValue(props: { place: Place; id: string; refusedReason: string | undefined }) {
  const t = useTranslations('apiKeys');
  const [value, setValue] = useState<string>();
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const show = () =>
    startTransition(async () => {
      setError(undefined);
      const result = await revealApiKeyAction({ place: props.place, id: props.id });
      if (!result.ok) return setError(result.error);
      setValue(result.data);
      announce(t('revealed'));
    });
  return (
    <span className="flex flex-col gap-8">
      <span className="flex flex-wrap items-center gap-8">
        <code className="min-w-0 text-13 break-all">{value ?? '••••••••••••••••'}</code>
        {value !== undefined && <CopyButton text={value} label={t('copy')} />}
        <Button
          size="small"
          pending={isPending}
          disabledReason={props.refusedReason}
          onClick={value === undefined ? show : () => setValue(undefined)}
        >
          {t(value === undefined ? 'show' : 'hide')}
        </Button>
      </span>
      {error && <Failure error={error} compact onRetry={show} />}
    </span>
  );
}
