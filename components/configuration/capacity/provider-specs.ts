import type { useTranslations } from 'use-intl/react';
import type { FieldOption, FieldSpec } from '@/components/patterns/fields/field-spec';
import type { ProviderChangeField, ProviderChangeTexts } from '@/lib/forms/capacity-provider';

type Words = ReturnType<typeof useTranslations<'capacity'>>;

/** The fields that are there with creation and later alike. */
export function changeSpecs(t: Words, values: ProviderChangeTexts): FieldSpec<ProviderChangeField>[] {
  const options = <Value extends string>(...list: [Value, string, string?][]): FieldOption[] =>
    list.map(([value, label, detail]) => ({ value, label, ...(detail && { detail }) }));
  return [
    { name: 'maxVCpus', label: t('maxVCpus'), hint: t('maxVCpusHint'), control: 'number', unit: 'vCPU' },
    {
      name: 'scalingMode',
      label: t('scalingMode'),
      control: 'radio',
      options: options(['Auto', t('auto'), t('autoText')], ['Manual', t('manual'), t('manualText')]),
    },
    ...(values.scalingMode === 'Manual'
      ? [
          {
            name: 'targetCpu' as const,
            label: t('targetCpu'),
            hint: t('targetCpuHint'),
            control: 'text' as const,
          },
        ]
      : []),
    {
      name: 'propagate',
      label: t('propagate'),
      control: 'radio',
      options: options(['None', t('propagateNone')], ['Explicit', t('propagateExplicit')]),
    },
    ...(values.propagate === 'Explicit'
      ? [
          {
            name: 'propagatedTags' as const,
            label: t('propagatedTags'),
            hint: t('propagatedTagsHint'),
            control: 'area' as const,
            mono: true,
          },
        ]
      : []),
    {
      name: 'logGroup',
      label: t('logGroup'),
      hint: t('logGroupHint'),
      control: 'text',
      mono: true,
      optional: true,
    },
    {
      name: 'logLevel',
      label: t('logLevel'),
      control: 'select',
      optional: true,
      options: ['DEBUG', 'INFO', 'WARN'].map((value) => ({ value, label: value })),
    },
  ];
}

/** A share of CPU is no whole number of necessity; the form's own check is of whole numbers. */
export function targetProblem({ scalingMode, targetCpu }: ProviderChangeTexts): boolean {
  if (scalingMode !== 'Manual' || targetCpu.trim() === '') return false;
  return !(Number(targetCpu) >= 0 && Number(targetCpu) <= 100);
}
