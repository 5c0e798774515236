'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldOption, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { Note } from '@/components/ui/note';
import { saveRestSettingsAction } from '@/lib/actions/rest-apis/save-settings';
import type { CliOptions } from '@/lib/domain/cli-command';
import { settingsPatch } from '@/lib/domain/rest-api/part-patches';
import type { RestSettings } from '@/lib/domain/rest-api/parts';
import { routes } from '@/lib/routes';
import { patchParameter } from '../forms/rest-snippets';
import type { RestTarget } from '../rest-hrefs';
import { RestForm } from './rest-form';

type Field =
  | 'name'
  | 'description'
  | 'endpointType'
  | 'ipAddressType'
  | 'vpcEndpointIds'
  | 'apiKeySource'
  | 'addressOff'
  | 'binaryMediaTypes'
  | 'compression';
type Values = Readonly<Record<Field, string>>;

function textsOf(saved: RestSettings): Values {
  const { name, description, endpointType, ipAddressType, apiKeySource, compression } = saved;
  return {
    name,
    description,
    endpointType,
    ipAddressType,
    apiKeySource,
    compression,
    vpcEndpointIds: saved.vpcEndpointIds.join('\n'),
    addressOff: saved.isAddressOff ? 'on' : '',
    binaryMediaTypes: saved.binaryMediaTypes.join('\n'),
  };
}

function valuesOf(texts: Values): RestSettings {
  const isPrivate = texts.endpointType === 'PRIVATE';
  return {
    name: texts.name.trim(),
    description: texts.description.trim(),
    endpointType: texts.endpointType as RestSettings['endpointType'],
    ipAddressType: texts.ipAddressType,
    vpcEndpointIds: isPrivate ? linesOf(texts.vpcEndpointIds) : [],
    apiKeySource: texts.apiKeySource as RestSettings['apiKeySource'],
    isAddressOff: texts.addressOff === 'on',
    binaryMediaTypes: linesOf(texts.binaryMediaTypes),
    compression: texts.compression.trim(),
  };
}

/** Name, endpoint, key source, binary types and compression. */
export function RestSettingsForm(props: {
  target: RestTarget;
  saved: RestSettings;
  /** To choose from; ids are typed where there are none. */
  endpoints: readonly FieldOption[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restParts.settings');
  const words = useTranslations('restParts');
  const forms = useTranslations('restForms');
  const { target, saved } = props;
  const same = (value: string) => ({ value, label: value });
  // AWS refuses the way from private to edge-optimized, and back.
  const types = (['REGIONAL', 'EDGE', 'PRIVATE'] as const).filter(
    (type) => type === 'REGIONAL' || type === saved.endpointType || saved.endpointType === 'REGIONAL',
  );
  const specsOf = (values: Values): readonly FieldSpec<Field>[] => [
    { name: 'name', label: t('name'), control: 'text' },
    { name: 'description', label: words('description'), control: 'area', rows: 2, optional: true },
    {
      name: 'endpointType',
      label: t('endpointType'),
      hint: t('typeHint'),
      control: 'radio',
      options: types.map((value) => ({ value, label: t(`types.${value}`) })),
    },
    ...(values.endpointType === 'PRIVATE'
      ? [
          {
            name: 'vpcEndpointIds',
            label: t('vpcEndpoints'),
            optional: true,
            ...(props.endpoints.length > 0
              ? { control: 'many' as const, options: props.endpoints }
              : { control: 'area' as const, rows: 2, mono: true, hint: t('oneALine') }),
          } as const,
        ]
      : [
          {
            name: 'ipAddressType',
            label: t('ip'),
            control: 'select',
            options: ['ipv4', 'dualstack'].map(same),
          } as const,
        ]),
    {
      name: 'apiKeySource',
      label: t('keySource'),
      control: 'select',
      options: ['HEADER', 'AUTHORIZER'].map(same),
    },
    { name: 'addressOff', label: t('addressOff'), control: 'check' },
    {
      name: 'binaryMediaTypes',
      label: t('binary'),
      hint: t('oneALine'),
      control: 'area',
      rows: 3,
      mono: true,
      optional: true,
    },
    {
      name: 'compression',
      label: t('compression'),
      hint: t('compressionHint'),
      control: 'number',
      unit: t('bytes'),
      optional: true,
    },
  ];
  return (
    <RestForm<Field>
      start={textsOf(saved)}
      specsOf={specsOf}
      isNew={false}
      commandOf={(texts) => [
        'update-rest-api',
        {
          'rest-api-id': target.apiId,
          'patch-operations': patchParameter(settingsPatch(saved, valuesOf(texts))),
        },
      ]}
      cli={props.cli}
      onSave={(texts) => saveRestSettingsAction({ ...target, before: saved, after: valuesOf(texts) })}
      notesOf={() => <Note tone="info">{forms('deployHint')}</Note>}
      href={routes.restApi(target.place, target.apiId, 'settings')}
      doneTitle={({ name }) => words('saved', { name })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
