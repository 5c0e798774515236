'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/checkbox';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Networks } from '@/lib/queries/sections';
import type { Result } from '@/lib/shared/result';
import type { ProviderChoices } from './compute-fields';
import type { ComputeValues } from './compute-values';
import { VpcFields, type VpcValues } from './vpc-fields';

/** Few functions need it; the page does not wait for it. */
const ComputeFields = dynamic(() => import('./compute-fields').then((module) => module.ComputeFields));

export interface AdditionalValues {
  readonly vpc: VpcValues;
  readonly isTenantIsolated: boolean;
  readonly compute: ComputeValues;
}

/** "Additional configurations" of a new function: network, tenants, compute type and durable execution. */
export function AdditionalFields(props: {
  values: AdditionalValues;
  networks: Promise<Result<Networks, ConsoleError>>;
  providers: Promise<ProviderChoices>;
  errorOf: (field: string) => string | undefined;
  onChange: (values: Partial<AdditionalValues>) => void;
}) {
  const t = useTranslations('create');
  const { values, errorOf, onChange } = props;
  return (
    <section className="flex flex-col gap-field border-t border-edge pt-16">
      <h2 className="text-16">{t('additional')}</h2>
      <VpcFields
        values={values.vpc}
        networks={props.networks}
        errorOf={errorOf}
        onChange={(vpc) => onChange({ vpc })}
      />
      <Checkbox
        label={t('enableTenancy')}
        description={t('enableTenancyHint')}
        checked={values.isTenantIsolated}
        onChange={(event) => onChange({ isTenantIsolated: event.target.checked })}
      />
      <ComputeFields
        values={values.compute}
        providers={props.providers}
        errorOf={errorOf}
        onChange={(compute) => onChange({ compute })}
      />
    </section>
  );
}
