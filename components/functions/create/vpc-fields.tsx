'use client';

import { Suspense, use } from 'react';
import { useTranslations } from 'use-intl/react';
import { ManyField } from '@/components/patterns/fields/many-field';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { SelectField } from '@/components/ui/select-field';
import { Skeleton } from '@/components/ui/skeleton';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Networks } from '@/lib/queries/sections';
import type { Result } from '@/lib/shared/result';

/** What the form holds of a VPC; ids as lines. */
export interface VpcValues {
  readonly isEnabled: boolean;
  readonly vpc: string;
  readonly subnets: string;
  readonly securityGroups: string;
  readonly allowsIpv6: boolean;
}

export const noVpc: VpcValues = {
  isEnabled: false,
  vpc: '',
  subnets: '',
  securityGroups: '',
  allowsIpv6: false,
};

interface Props {
  readonly values: VpcValues;
  /** Asked for with the page; waited for once somebody wants a VPC. */
  readonly networks: Promise<Result<Networks, ConsoleError>>;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (values: VpcValues) => void;
}

/** "Enable VPC" and, once it is on, where in the network the function stands. */
export function VpcFields(props: Props) {
  const t = useTranslations('create');
  const { values, onChange } = props;
  return (
    <>
      <Checkbox
        label={t('enableVpc')}
        description={t('enableVpcHint')}
        checked={values.isEnabled}
        onChange={(event) => onChange({ ...values, isEnabled: event.target.checked })}
      />
      {values.isEnabled && (
        <Suspense fallback={<Skeleton className="h-96 w-full" />}>
          <Network {...props} />
        </Suspense>
      )}
    </>
  );
}

function Network({ values, networks, errorOf, onChange }: Props) {
  const t = useTranslations('operations');
  const found = use(networks);
  const listed = found.ok && found.data.vpcs.length > 0 ? found.data : undefined;
  const inVpc = <T extends { readonly vpc: string }>(all: readonly T[] = []) =>
    all.filter(({ vpc }) => vpc === values.vpc);
  const isChosen = !listed || values.vpc !== '';
  return (
    <>
      {!found.ok && (
        <Note tone="warning" title={t('notListedTitle', { what: t('vpc.networks') })}>
          {found.error.kind === 'unsupported'
            ? t('unsupportedText', { operation: found.error.operation ?? '' })
            : t('notListedText', { reason: found.error.message })}
        </Note>
      )}
      {listed && (
        <SelectField
          label={t('vpc.vpc')}
          error={errorOf('vpc')}
          value={values.vpc}
          onValueChange={(vpc) => onChange({ ...values, vpc, subnets: '', securityGroups: '' })}
          options={listed.vpcs}
        />
      )}
      {isChosen && (
        <>
          <ManyField
            key={`subnets ${values.vpc}`}
            name="subnets"
            label={t('vpc.subnets')}
            hint={t('vpc.subnetsHint')}
            error={errorOf('subnets')}
            options={inVpc(listed?.subnets)}
            value={values.subnets}
            onChange={(subnets) => onChange({ ...values, subnets })}
          />
          <ManyField
            key={`groups ${values.vpc}`}
            name="securityGroups"
            label={t('vpc.securityGroups')}
            hint={t('vpc.securityGroupsHint')}
            error={errorOf('securityGroups')}
            options={inVpc(listed?.securityGroups)}
            value={values.securityGroups}
            onChange={(securityGroups) => onChange({ ...values, securityGroups })}
          />
          <Checkbox
            label={t('vpc.ipv6')}
            checked={values.allowsIpv6}
            onChange={(event) => onChange({ ...values, allowsIpv6: event.target.checked })}
          />
          <Note tone="info">{t('vpc.note')}</Note>
        </>
      )}
    </>
  );
}
