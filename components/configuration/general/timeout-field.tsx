'use client';

import { CircleX } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { TextInput } from '@/components/ui/text-input';

/** Minutes and seconds under one label, as AWS's console asks for them. */
export function TimeoutField(props: {
  minutes: string;
  seconds: string;
  onChange: (part: { minutes?: string; seconds?: string }) => void;
  isChanged: boolean;
  error: string | undefined;
}) {
  const t = useTranslations('configuration.general');
  const id = useId();
  const common = {
    type: 'number',
    inputMode: 'numeric',
    'aria-describedby': `${id}-hint ${id}-error`,
    invalid: props.error !== undefined,
    changed: props.isChanged,
  } as const;
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-4 font-medium">{t('timeout')}</legend>
      <div className="flex items-center gap-8">
        <span className="w-full max-w-palette">
          <TextInput
            {...common}
            aria-label={t('min')}
            value={props.minutes}
            onChange={(event) => props.onChange({ minutes: event.target.value })}
          />
        </span>
        <span aria-hidden className="text-muted">
          {t('min')}
        </span>
        <span className="w-full max-w-palette">
          <TextInput
            {...common}
            name="timeoutSeconds"
            aria-label={t('timeoutSeconds')}
            value={props.seconds}
            onChange={(event) => props.onChange({ seconds: event.target.value })}
          />
        </span>
        <span aria-hidden className="text-muted">
          {t('sec')}
        </span>
      </div>
      <p id={`${id}-hint`} className="text-12 text-muted">
        {t('timeoutHint')}
      </p>
      <p id={`${id}-error`} className="text-12 text-danger-text">
        {props.error && (
          <span className="flex items-start gap-4">
            <CircleX aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
            {props.error}
          </span>
        )}
      </p>
    </fieldset>
  );
}
