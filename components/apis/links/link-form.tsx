'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldOption, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { createVpcLinkAction, updateVpcLinkAction } from '@/lib/actions/vpc-links/save-vpc-link';
import type { Basis } from '@/lib/domain/basis';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { tagsOfLines } from '@/lib/domain/tag-lines';
import { linkVersions, localTargetTag } from '@/lib/domain/vpc-link';
import type { VpcLinkField, VpcLinkTexts } from '@/lib/forms/vpc-links';
import { routes, type Place } from '@/lib/routes';

const newLink: VpcLinkTexts = {
  version: 'V2',
  name: '',
  description: '',
  target: '',
  subnets: '',
  securityGroups: '',
  tags: '',
};

/** "Create VPC link" and its edit page, where only name, description and tags can change. */
export function LinkForm(props: {
  place: Place;
  /** Absent for a new one. */
  saved?: Basis<VpcLinkTexts> & { readonly id: string };
  /** Of the Region, to choose from; ids are typed where there are none. */
  subnets?: readonly FieldOption[];
  securityGroups?: readonly FieldOption[];
  before?: ReactNode;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('vpcLinks');
  const words = useTranslations('things');
  const { place, saved } = props;
  const state = useFields<VpcLinkField>(saved ?? { values: newLink, revisionId: undefined, readAt: '' });
  const { values } = state;
  const isFirst = values.version === 'V1';
  const reach: readonly FieldSpec<VpcLinkField>[] = isFirst
    ? [{ name: 'target', label: t('target'), hint: t('targetHint'), control: 'text', mono: true }]
    : [
        {
          name: 'subnets',
          label: t('subnets'),
          hint: t('subnetsHint'),
          control: 'many',
          options: props.subnets ?? [],
        },
        {
          name: 'securityGroups',
          label: t('securityGroups'),
          hint: t('securityGroupsHint'),
          control: 'many',
          optional: true,
          options: props.securityGroups ?? [],
        },
      ];
  const specs: readonly FieldSpec<VpcLinkField>[] = [
    ...(saved
      ? []
      : [
          {
            name: 'version' as const,
            label: t('version'),
            control: 'radio' as const,
            options: linkVersions.map((value) => ({ value, label: t(`versions.${value}`) })),
          },
        ]),
    { name: 'name', label: words('name'), control: 'text' },
    ...(isFirst
      ? [
          {
            name: 'description' as const,
            label: words('description'),
            control: 'text' as const,
            optional: true,
          },
        ]
      : []),
    ...(saved ? [] : reach),
    {
      name: 'tags',
      label: words('tags'),
      hint: t('tagsHint', { tag: localTargetTag, example: 'http://127.0.0.1:8080' }),
      control: 'area',
      optional: true,
      mono: true,
      rows: 3,
    },
  ];
  const tags = values.tags.trim() === '' ? undefined : tagsOfLines(values.tags);
  const text = isFirst
    ? cliCommand(
        'apigateway',
        'create-vpc-link',
        {
          name: values.name,
          description: values.description || undefined,
          'target-arns': [values.target.trim()],
          tags,
        },
        props.cli,
      )
    : cliCommand(
        'apigatewayv2',
        'create-vpc-link',
        {
          name: values.name,
          'subnet-ids': linesOf(values.subnets),
          'security-group-ids':
            values.securityGroups.trim() === '' ? undefined : linesOf(values.securityGroups),
          tags,
        },
        props.cli,
      );
  return (
    <FieldsForm
      state={state}
      isNew={!saved}
      specs={specs}
      before={props.before}
      // An edit is up to three calls, made from what is there then.
      snippets={saved ? [] : [{ id: 'cli', label: 'AWS CLI', text }]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        saved
          ? updateVpcLinkAction({
              place,
              id: saved.id,
              version: values.version,
              values,
              revisionId: state.basis.revisionId,
            })
          : createVpcLinkAction({ place, values })
      }
      href={saved ? routes.vpcLinks(place, saved.id) : routes.vpcLinks(place)}
      doneFlash={{
        kind: 'success',
        title: t(saved ? 'saved' : 'createdMessage', { name: values.name.trim() }),
      }}
    />
  );
}
