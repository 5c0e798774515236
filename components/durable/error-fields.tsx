'use client';

import { useTranslations } from 'use-intl/react';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';

export interface ErrorTexts {
  readonly type: string;
  readonly message: string;
  readonly data: string;
}

export const noError: ErrorTexts = { type: '', message: '', data: '' };

/** What an execution is told for a reason; all of it may be left out. */
export function ErrorFields(props: { value: ErrorTexts; onChange: (value: ErrorTexts) => void }) {
  const t = useTranslations('durable.error');
  const { value, onChange } = props;
  return (
    <>
      <TextField
        label={t('type')}
        optional
        value={value.type}
        onChange={(event) => onChange({ ...value, type: event.target.value })}
      />
      <TextField
        label={t('message')}
        optional
        value={value.message}
        onChange={(event) => onChange({ ...value, message: event.target.value })}
      />
      <TextAreaField
        label={t('data')}
        optional
        mono
        rows={3}
        value={value.data}
        onChange={(event) => onChange({ ...value, data: event.target.value })}
      />
    </>
  );
}
