'use client';

import { Suspense, use } from 'react';
import { useTranslations } from 'use-intl/react';
import { ChoiceField } from '@/components/patterns/fields/choice-field';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { Skeleton } from '@/components/ui/skeleton';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Result } from '@/lib/shared/result';
import type { ComputeValues } from './compute-values';

/** Capacity providers of the Region, as far as the form needs them. */
export type ProviderChoices = Result<
  readonly { readonly arn: string; readonly name: string }[],
  ConsoleError
>;

interface Props {
  readonly values: ComputeValues;
  /** Asked for with the page; waited for once somebody wants one. */
  readonly providers: Promise<ProviderChoices>;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (values: ComputeValues) => void;
}

/** Compute type and durable execution: neither can be changed later. */
export function ComputeFields(props: Props) {
  const t = useTranslations('create');
  const { values, errorOf, onChange } = props;
  return (
    <>
      <RadioGroup
        legend={t('computeType')}
        name="computeType"
        hint={t('computeTypeHint')}
        value={values.type}
        onValueChange={(type) => onChange({ ...values, type })}
        options={[
          { value: 'lambda', label: t('computeLambda') },
          { value: 'managed', label: t('computeManaged') },
        ]}
      />
      {values.type === 'managed' && (
        <Suspense fallback={<Skeleton className="h-96 w-full" />}>
          <Provider {...props} />
        </Suspense>
      )}
      <Checkbox
        label={t('enableDurable')}
        description={t('enableDurableHint')}
        checked={values.isDurable}
        onChange={(event) => onChange({ ...values, isDurable: event.target.checked })}
      />
      {values.isDurable && (
        <div className="grid gap-24 tablet:grid-cols-2">
          <NumberField
            label={t('durableTimeout')}
            hint={t('durableTimeoutHint')}
            unit={t('seconds')}
            error={errorOf('executionTimeout')}
            value={values.executionTimeout}
            onChange={(event) => onChange({ ...values, executionTimeout: event.target.value })}
          />
          <NumberField
            label={t('retention')}
            hint={t('retentionHint')}
            unit={t('days')}
            error={errorOf('retentionDays')}
            value={values.retentionDays}
            onChange={(event) => onChange({ ...values, retentionDays: event.target.value })}
          />
        </div>
      )}
    </>
  );
}

function Provider({ values, providers, errorOf, onChange }: Props) {
  const t = useTranslations('create');
  const found = use(providers);
  return (
    <>
      {!found.ok && (
        <Note tone="warning" title={t('providersNotListed')}>
          {found.error.message}
        </Note>
      )}
      <ChoiceField
        name="provider"
        label={t('provider')}
        hint={t('providerHint')}
        error={errorOf('provider')}
        value={values.provider}
        options={found.ok ? found.data.map(({ arn, name }) => ({ value: arn, label: name })) : []}
        onChange={(provider) => onChange({ ...values, provider })}
      />
      <div className="grid gap-24 tablet:grid-cols-2">
        <NumberField
          label={t('managedMemory')}
          hint={t('managedMemoryHint')}
          unit="MB"
          error={errorOf('memoryMb')}
          value={values.memoryMb}
          onChange={(event) => onChange({ ...values, memoryMb: event.target.value })}
        />
        <SelectField
          label={t('memoryPerVCpu')}
          value={values.memoryPerVCpu}
          options={['2', '4', '8'].map((count) => ({ value: count, label: `${count} GiB` }))}
          onValueChange={(memoryPerVCpu) => onChange({ ...values, memoryPerVCpu })}
        />
      </div>
    </>
  );
}
