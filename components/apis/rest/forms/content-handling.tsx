'use client';

import { useTranslations } from 'use-intl/react';
import { SelectField } from '@/components/ui/select-field';
import { contentHandlings } from '@/lib/domain/rest-api/integration';

/** Whether bodies are turned from text to bytes or back. */
export function ContentHandling(props: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations('restForms.integration');
  return (
    <SelectField
      label={t('contentHandling')}
      options={contentHandlings.map((value) => ({
        value: value || 'none',
        label: t(`handlings.${value || 'none'}`),
      }))}
      value={props.value || 'none'}
      onValueChange={(value) => props.onChange(value === 'none' ? '' : value)}
    />
  );
}
