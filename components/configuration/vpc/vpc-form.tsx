'use client';

import { useTranslations } from 'use-intl/react';
import { Note } from '@/components/ui/note';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { SectionTexts, VpcField } from '@/lib/forms/sections';
import type { Basis } from '@/lib/queries/configuration';
import type { Networks } from '@/lib/queries/sections';
import { linesOf, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { NotListed } from '../fields/not-listed';
import { SectionForm, type SectionFormProps } from '../fields/section-form';
import { useFields, type FieldsState } from '@/components/patterns/fields/use-fields';

/** "Edit VPC": the network a function's environments stand in. */
export function VpcForm(
  props: SectionFormProps & {
    latest: Basis<SectionTexts['vpc']>;
    /** Undefined when they could not be listed; ids are then typed. */
    networks: Networks | undefined;
    refused: ConsoleError | undefined;
  },
) {
  const t = useTranslations('operations.vpc');
  const typed = useFields<VpcField>(props.latest, props.proposed);
  const { networks } = props;
  // Another VPC has other subnets: what was chosen in the one before cannot stay.
  const state: FieldsState<VpcField> = {
    ...typed,
    change: (part) =>
      typed.change(
        'vpc' in part && !('subnets' in part) ? { ...part, subnets: '', securityGroups: '' } : part,
      ),
  };
  const { values } = state;
  const isListed = networks !== undefined && networks.vpcs.length > 0;
  const isInVpc = isListed ? values.vpc !== '' : true;
  const specs: FieldSpec<VpcField>[] = [
    ...(isListed
      ? [
          {
            name: 'vpc' as const,
            label: t('vpc'),
            hint: t('vpcHint'),
            control: 'select' as const,
            optional: true,
            options: networks.vpcs,
          },
        ]
      : []),
    ...(isInVpc
      ? [
          {
            name: 'subnets' as const,
            key: `subnets ${values.vpc}`,
            label: t('subnets'),
            hint: t('subnetsHint'),
            control: 'many' as const,
            optional: !isListed,
            options: networks?.subnets.filter(({ vpc }) => vpc === values.vpc) ?? [],
          },
          {
            name: 'securityGroups' as const,
            key: `groups ${values.vpc}`,
            label: t('securityGroups'),
            hint: t('securityGroupsHint'),
            control: 'many' as const,
            optional: !isListed,
            options: networks?.securityGroups.filter(({ vpc }) => vpc === values.vpc) ?? [],
          },
        ]
      : []),
    // It is a fact of subnets: without any it would be dropped unseen.
    ...(values.subnets.trim() === ''
      ? []
      : [{ name: 'ipv6' as const, label: t('ipv6'), control: 'check' as const }]),
  ];
  return (
    <SectionForm
      {...props}
      section="vpc"
      state={state}
      specs={specs}
      flags={{
        'vpc-config': {
          SubnetIds: linesOf(values.subnets),
          SecurityGroupIds: linesOf(values.securityGroups),
          ...(values.ipv6 === 'on' && { Ipv6AllowedForDualStack: true }),
        },
      }}
      before={<NotListed what={t('networks')} error={props.refused} />}
      notes={values.subnets !== '' ? <Note tone="info">{t('note')}</Note> : undefined}
    />
  );
}
