'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { useFields } from '@/components/patterns/fields/use-fields';
import type { CapacityField, SectionTexts } from '@/lib/forms/sections';
import type { Basis } from '@/lib/queries/configuration';
import { SectionForm, type SectionFormProps } from '../fields/section-form';

/** "Edit capacity provider" of a function: whose instances it runs on, and how it shares them. */
export function FunctionCapacityForm(
  props: SectionFormProps & {
    latest: Basis<SectionTexts['capacity-provider']>;
    providers: readonly FieldOption[];
  },
) {
  const t = useTranslations('capacity.onFunction');
  const state = useFields<CapacityField>(props.latest, props.proposed);
  const { capacityProvider, memoryPerVCpu, environmentConcurrency } = state.values;
  return (
    <SectionForm
      {...props}
      section="capacity-provider"
      state={state}
      specs={[
        {
          name: 'capacityProvider',
          label: t('provider'),
          control: 'choice',
          options: props.providers,
        },
        {
          name: 'memoryPerVCpu',
          label: t('memoryPerVCpu'),
          hint: t('memoryPerVCpuHint'),
          control: 'select',
          optional: true,
          options: ['2', '4', '8'].map((count) => ({ value: count, label: t('gib', { count }) })),
        },
        {
          name: 'environmentConcurrency',
          label: t('concurrency'),
          hint: t('concurrencyHint'),
          control: 'number',
          optional: true,
        },
      ]}
      flags={{
        'capacity-provider-config': {
          LambdaManagedInstancesCapacityProviderConfig: {
            CapacityProviderArn: capacityProvider,
            ...(memoryPerVCpu && { ExecutionEnvironmentMemoryGiBPerVCpu: Number(memoryPerVCpu) }),
            ...(environmentConcurrency && {
              PerExecutionEnvironmentMaxConcurrency: Number(environmentConcurrency),
            }),
          },
        },
      }}
    />
  );
}
