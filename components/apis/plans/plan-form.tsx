'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { createUsagePlanAction, updateUsagePlanAction } from '@/lib/actions/usage-plans/save-usage-plan';
import type { Basis } from '@/lib/domain/basis';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { UsagePlanField, UsagePlanTexts } from '@/lib/forms/usage-plans';
import { routes, type Place } from '@/lib/routes';

/** Figures of AWS's own form for a new plan. */
const newPlan: UsagePlanTexts = {
  name: '',
  description: '',
  hasThrottle: 'on',
  rate: '100',
  burst: '200',
  hasQuota: 'on',
  limit: '10000',
  period: 'MONTH',
  offset: '0',
};
const periods = ['DAY', 'WEEK', 'MONTH'] as const;
const decimal = /^\d{1,10}(\.\d{1,6})?$/;

/** "Create usage plan" and its edit page: name, throttling, quota. */
export function PlanForm(props: {
  place: Place;
  /** Absent for a new one. */
  saved?: Basis<UsagePlanTexts> & { readonly id: string };
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('usagePlans');
  const words = useTranslations('things');
  const { place, saved } = props;
  const state = useFields<UsagePlanField>(saved ?? { values: newPlan, revisionId: undefined, readAt: '' });
  const { values } = state;
  const specs: readonly FieldSpec<UsagePlanField>[] = [
    { name: 'name', label: words('name'), control: 'text' },
    { name: 'description', label: words('description'), control: 'text', optional: true },
    { name: 'hasThrottle', label: t('throttle'), hint: t('throttleHint'), control: 'check' },
    ...(values.hasThrottle
      ? [
          // A rate may have a fraction.
          { name: 'rate' as const, label: t('rate'), hint: t('rateUnit'), control: 'text' as const },
          { name: 'burst' as const, label: t('burst'), unit: t('burstUnit'), control: 'number' as const },
        ]
      : []),
    { name: 'hasQuota', label: t('quota'), hint: t('quotaHint'), control: 'check' },
    ...(values.hasQuota
      ? [
          { name: 'limit' as const, label: t('limit'), unit: t('burstUnit'), control: 'number' as const },
          {
            name: 'period' as const,
            label: t('period'),
            control: 'select' as const,
            options: periods.map((period) => ({ value: period, label: t(`periods.${period}`) })),
          },
          { name: 'offset' as const, label: t('offset'), hint: t('offsetHint'), control: 'number' as const },
        ]
      : []),
  ];
  const input = {
    name: values.name,
    description: values.description || undefined,
    throttle: values.hasThrottle ? `rateLimit=${values.rate},burstLimit=${values.burst}` : undefined,
    quota: values.hasQuota
      ? `limit=${values.limit},period=${values.period},offset=${values.offset || '0'}`
      : undefined,
  };
  const href = saved ? routes.usagePlans(place, saved.id) : routes.usagePlans(place);
  return (
    <FieldsForm
      state={state}
      isNew={!saved}
      specs={specs}
      problems={
        values.hasThrottle && values.rate !== '' && !decimal.test(values.rate.trim()) ? [t('rate')] : []
      }
      snippets={
        // An update is a list of patches, which the server makes from what is there then.
        saved
          ? []
          : [
              {
                id: 'cli',
                label: 'AWS CLI',
                text: cliCommand('apigateway', 'create-usage-plan', input, props.cli),
              },
            ]
      }
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        saved
          ? updateUsagePlanAction({ place, id: saved.id, values, revisionId: state.basis.revisionId })
          : createUsagePlanAction({ place, values })
      }
      href={href}
      doneFlash={{ kind: 'success', title: t(saved ? 'saved' : 'created', { name: values.name }) }}
    />
  );
}
