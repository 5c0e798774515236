'use client';

import { useTranslations } from 'use-intl/react';
import { useFields } from '@/components/patterns/fields/use-fields';
import type { DurableField, SectionTexts } from '@/lib/forms/sections';
import type { Basis } from '@/lib/queries/configuration';
import { SectionForm, type SectionFormProps } from '../fields/section-form';

/** "Edit durable execution": how long an execution may last, and how long it is remembered. */
export function DurableForm(props: SectionFormProps & { latest: Basis<SectionTexts['durable-execution']> }) {
  const t = useTranslations('durable');
  const state = useFields<DurableField>(props.latest, props.proposed);
  const { executionTimeout, retentionDays, durableKey } = state.values;
  return (
    <SectionForm
      {...props}
      section="durable-execution"
      state={state}
      specs={[
        {
          name: 'executionTimeout',
          label: t('timeout'),
          hint: t('timeoutHint'),
          control: 'number',
          unit: t('seconds'),
        },
        {
          name: 'retentionDays',
          label: t('retention'),
          hint: t('retentionHint'),
          control: 'number',
          unit: t('days'),
        },
        {
          name: 'durableKey',
          label: t('key'),
          hint: t('keyHint'),
          control: 'text',
          mono: true,
          optional: true,
        },
      ]}
      flags={{
        'durable-config': {
          ExecutionTimeout: Number(executionTimeout),
          RetentionPeriodInDays: Number(retentionDays),
          KMSKeyArn: durableKey,
        },
      }}
    />
  );
}
