'use client';

import { useTranslations } from 'use-intl/react';
import type { MonitoringField, SectionTexts } from '@/lib/forms/sections';
import type { Basis } from '@/lib/queries/configuration';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { SectionForm, type SectionFormProps } from '../fields/section-form';
import { useFields } from '@/components/patterns/fields/use-fields';

const applicationLevels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const systemLevels = ['DEBUG', 'INFO', 'WARN'];

/** "Edit monitoring and operations tools": how and where the function logs, and whether it is traced. */
export function MonitoringForm(props: SectionFormProps & { latest: Basis<SectionTexts['monitoring']> }) {
  const t = useTranslations('operations.monitoring');
  const state = useFields<MonitoringField>(props.latest, props.proposed);
  const { values } = state;
  const isJson = values.logFormat === 'JSON';
  const same = (value: string) => ({ value, label: value });
  const levels: readonly FieldSpec<MonitoringField>[] = [
    {
      name: 'applicationLevel',
      label: t('applicationLevel'),
      hint: t('applicationLevelHint'),
      control: 'select',
      options: applicationLevels.map(same),
    },
    {
      name: 'systemLevel',
      label: t('systemLevel'),
      hint: t('systemLevelHint'),
      control: 'select',
      options: systemLevels.map(same),
    },
  ];
  return (
    <SectionForm
      {...props}
      section="monitoring"
      state={state}
      flags={{
        'logging-config': {
          LogFormat: values.logFormat,
          LogGroup: values.logGroup,
          ...(isJson && {
            ApplicationLogLevel: values.applicationLevel,
            SystemLogLevel: values.systemLevel,
          }),
        },
        'tracing-config': { Mode: values.tracing === 'on' ? 'Active' : 'PassThrough' },
      }}
      specs={[
        {
          name: 'logFormat',
          label: t('logFormat'),
          control: 'radio',
          options: [
            { value: 'Text', label: t('text'), detail: t('textHint') },
            { value: 'JSON', label: t('json'), detail: t('jsonHint') },
          ],
        },
        ...(isJson ? levels : []),
        {
          name: 'logGroup',
          label: t('logGroup'),
          hint: t('logGroupHint', { group: `/aws/lambda/${props.functionName}` }),
          control: 'text',
          mono: true,
          optional: true,
        },
        { name: 'tracing', label: t('tracing'), hint: t('tracingHint'), control: 'check' },
      ]}
    />
  );
}
