'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldOption, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { createProviderAction } from '@/lib/actions/capacity-providers/save-provider';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { ConsoleError } from '@/lib/domain/console-error';
import { tagsOfLines } from '@/lib/domain/tag-lines';
import type { ProviderField, ProviderTexts } from '@/lib/forms/capacity-provider';
import { computeRoutes } from '@/lib/compute-routes';
import type { Place } from '@/lib/routes';
import { NotListed } from '../fields/not-listed';
import { changeFlags } from './provider-form';
import { changeSpecs, targetProblem } from './provider-specs';

/** "Create capacity provider": where its instances stand, who starts them, which they are and how many. */
export function CreateProviderForm(props: {
  place: Place;
  /** What the form begins with. */
  values: ProviderTexts;
  subnets: readonly FieldOption[];
  securityGroups: readonly FieldOption[];
  roles: readonly FieldOption[];
  /** Why the network could not be listed; ids are then typed. */
  refused: ConsoleError | undefined;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('capacity');
  const network = useTranslations('operations');
  const { place } = props;
  const state = useFields<ProviderField>({ values: props.values, revisionId: undefined, readAt: '' });
  const { values } = state;
  return (
    <FieldsForm
      isNew
      state={state}
      specs={[...fixedSpecs(t, props, values), ...changeSpecs(t, values), tagsSpec(t)]}
      problems={targetProblem(values) ? [t('targetCpu')] : []}
      snippets={[{ id: 'cli', label: 'AWS CLI', text: command(values, props.cli) }]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => createProviderAction({ place, values })}
      href={computeRoutes.capacityProviders(place)}
      doneHref={computeRoutes.capacityProviders(place, values.name)}
      doneFlash={{ kind: 'success', title: t('created', { name: values.name }) }}
      before={<NotListed what={network('vpc.networks')} error={props.refused} />}
    />
  );
}

type Words = ReturnType<typeof useTranslations<'capacity'>>;

const tagsSpec = (t: Words): FieldSpec<ProviderField> => ({
  name: 'tags',
  label: t('tags'),
  hint: t('tagsHint'),
  control: 'area',
  mono: true,
  optional: true,
});

/** What cannot be changed later. */
function fixedSpecs(
  t: Words,
  choices: Record<'subnets' | 'securityGroups' | 'roles', readonly FieldOption[]>,
  { instanceRule }: ProviderTexts,
): FieldSpec<ProviderField>[] {
  return [
    { name: 'name', label: t('name'), hint: t('nameHint'), control: 'text', mono: true },
    {
      name: 'subnets',
      label: t('subnets'),
      hint: t('subnetsHint'),
      control: 'many',
      options: choices.subnets,
    },
    {
      name: 'securityGroups',
      label: t('securityGroups'),
      hint: t('securityGroupsHint'),
      control: 'many',
      optional: true,
      options: choices.securityGroups,
    },
    { name: 'role', label: t('role'), hint: t('roleHint'), control: 'choice', options: choices.roles },
    {
      name: 'architecture',
      label: t('architecture'),
      control: 'select',
      options: ['x86_64', 'arm64'].map((value) => ({ value, label: value })),
    },
    {
      name: 'instanceRule',
      label: t('instanceRule'),
      control: 'radio',
      options: [
        { value: 'all', label: t('instancesAll') },
        { value: 'allowed', label: t('instancesAllowed') },
        { value: 'excluded', label: t('instancesExcluded') },
      ],
    },
    ...(instanceRule === 'all'
      ? []
      : [
          {
            name: 'instanceTypes' as const,
            label: t('instanceTypes'),
            hint: t('instanceTypesHint'),
            control: 'area' as const,
            mono: true,
          },
        ]),
    {
      name: 'kmsKey',
      label: t('kmsKey'),
      hint: t('kmsKeyHint'),
      control: 'text',
      mono: true,
      optional: true,
    },
  ];
}

function command(values: ProviderTexts, cli: CliOptions): string {
  const { instanceRule, instanceTypes } = values;
  const changes = changeFlags(values);
  return cliCommand(
    'lambda',
    'create-capacity-provider',
    {
      'capacity-provider-name': values.name,
      'vpc-config': { SubnetIds: linesOf(values.subnets), SecurityGroupIds: linesOf(values.securityGroups) },
      'permissions-config': { CapacityProviderOperatorRoleArn: values.role },
      'instance-requirements': {
        Architectures: [values.architecture],
        ...(instanceRule === 'allowed' && { AllowedInstanceTypes: linesOf(instanceTypes) }),
        ...(instanceRule === 'excluded' && { ExcludedInstanceTypes: linesOf(instanceTypes) }),
      },
      'kms-key-arn': values.kmsKey || undefined,
      ...changes,
      'propagate-tags': values.propagate === 'Explicit' ? changes['propagate-tags'] : undefined,
      tags: values.tags.trim() ? tagsOfLines(values.tags) : undefined,
    },
    cli,
  );
}
