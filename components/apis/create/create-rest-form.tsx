'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldOption, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { createRestApiAction } from '@/lib/actions/apis/create-rest-api';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { Place } from '@/lib/routes';
import { CreateForm } from './create-form';

type Field = 'mode' | 'name' | 'description' | 'endpointType' | 'vpcEndpointIds' | 'ipAddressType' | 'source';
type Values = Readonly<Record<Field, string>>;

const endpointTypes = ['REGIONAL', 'EDGE', 'PRIVATE'] as const;

/** "Create REST API": an empty one, a copy, or the example. */
export function CreateRestForm(props: {
  place: Place;
  /** REST APIs that can be cloned. */
  sources: readonly FieldOption[];
  /** The one that the page was opened for. */
  from: string | undefined;
  /** To choose from; ids are typed where there are none. */
  endpoints: readonly FieldOption[];
  cli: CliOptions;
}) {
  const t = useTranslations('createApi');
  const { place, sources, endpoints } = props;
  const from = sources.find(({ value }) => value === props.from);
  const modes = (['new', 'clone', 'example'] as const).filter(
    (mode) => mode !== 'clone' || sources.length > 0,
  );
  const specsOf = (values: Values): readonly FieldSpec<Field>[] => [
    {
      name: 'mode',
      label: t('mode'),
      control: 'radio',
      options: modes.map((value) => ({
        value,
        label: t(`modes.${value}`),
        detail: t(`modes.${value}Hint`),
      })),
    },
    ...(values.mode === 'clone'
      ? [{ name: 'source' as const, label: t('source'), control: 'choice' as const, options: sources }]
      : []),
    { name: 'name', label: t('name'), control: 'text' },
    { name: 'description', label: t('description'), control: 'text', optional: true },
    {
      name: 'endpointType',
      label: t('endpointType'),
      control: 'radio',
      options: endpointTypes.map((value) => ({
        value,
        label: t(`endpointTypes.${value}`),
        detail: t(`endpointTypes.${value}Hint`),
      })),
    },
    ...(values.mode !== 'example' && values.endpointType === 'PRIVATE'
      ? [
          {
            name: 'vpcEndpointIds' as const,
            label: t('vpcEndpoints'),
            optional: true,
            ...(endpoints.length > 0
              ? { control: 'many' as const, options: endpoints, hint: t('vpcEndpointsNeed') }
              : { control: 'area' as const, rows: 2, mono: true, hint: t('vpcEndpointsHint') }),
          },
        ]
      : []),
    // Private APIs are always dualstack.
    ...(values.mode === 'example' || values.endpointType === 'PRIVATE'
      ? []
      : [
          {
            name: 'ipAddressType' as const,
            label: t('ipAddressType'),
            control: 'select' as const,
            options: [
              { value: 'ipv4', label: 'IPv4' },
              { value: 'dualstack', label: 'Dualstack' },
            ],
          },
        ]),
  ];
  return (
    <CreateForm<Field>
      place={place}
      start={{
        mode: from ? 'clone' : 'new',
        name: from ? `${from.label}-copy` : '',
        description: '',
        endpointType: 'REGIONAL',
        vpcEndpointIds: '',
        ipAddressType: 'ipv4',
        source: from?.value ?? '',
      }}
      specsOf={specsOf}
      commandsOf={(values) => [
        values.mode === 'example'
          ? [
              'apigateway',
              'import-rest-api',
              {
                body: 'fileb://example.json',
                parameters: `endpointConfigurationTypes=${values.endpointType}`,
              },
            ]
          : [
              'apigateway',
              'create-rest-api',
              {
                name: values.name,
                description: values.description || undefined,
                'endpoint-configuration': {
                  types: [values.endpointType],
                  ipAddressType: values.endpointType === 'PRIVATE' ? 'dualstack' : values.ipAddressType,
                  ...(values.endpointType === 'PRIVATE' &&
                    values.vpcEndpointIds.trim() !== '' && {
                      vpcEndpointIds: linesOf(values.vpcEndpointIds),
                    }),
                },
                'clone-from': values.mode === 'clone' ? values.source : undefined,
              },
            ],
      ]}
      cli={props.cli}
      onSave={(values) => createRestApiAction({ place, values })}
    />
  );
}
