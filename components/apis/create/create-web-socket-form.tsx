'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldOption, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { createWebSocketApiAction } from '@/lib/actions/apis/create-web-socket-api';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { Place } from '@/lib/routes';
import { CreateForm, type Command } from './create-form';

const predefined = ['$connect', '$disconnect', '$default'];
const start = {
  name: '',
  description: '',
  selection: '$request.body.action',
  predefined: predefined.join('\n'),
  custom: '',
  backend: 'lambda',
  functionArn: '',
  addPermission: 'on',
  stage: 'production',
};
type Field = keyof typeof start;
type Values = Readonly<Record<Field, string>>;

/** "Create WebSocket API": how a message finds its route, the routes, what answers, and a deployed stage. */
export function CreateWebSocketForm(props: {
  place: Place;
  functions: readonly FieldOption[];
  cli: CliOptions;
}) {
  const t = useTranslations('createApi');
  const i = useTranslations('httpForms.integration');
  const specsOf = (values: Values): readonly FieldSpec<Field>[] => [
    { name: 'name', label: t('name'), control: 'text' },
    { name: 'description', label: t('description'), control: 'text', optional: true },
    { name: 'selection', label: t('selection'), hint: t('selectionHint'), control: 'text', mono: true },
    {
      name: 'predefined',
      label: t('predefined'),
      control: 'many',
      optional: true,
      options: predefined.map((value) => ({ value, label: value })),
    },
    {
      name: 'custom',
      label: t('custom'),
      hint: t('customHint'),
      control: 'area',
      mono: true,
      optional: true,
    },
    {
      name: 'backend',
      label: t('backend'),
      control: 'radio',
      options: [
        { value: 'lambda', label: t('lambda'), detail: t('lambdaHint') },
        { value: 'mock', label: t('mock'), detail: t('mockHint') },
      ],
    },
    ...(values.backend === 'lambda'
      ? [
          {
            name: 'functionArn' as const,
            label: i('function'),
            control: 'choice' as const,
            options: props.functions,
          },
          {
            name: 'addPermission' as const,
            label: i('addPermission'),
            hint: i('addPermissionHint'),
            control: 'check' as const,
          },
        ]
      : []),
    { name: 'stage', label: t('stage'), control: 'text', mono: true },
  ];
  const commandsOf = (values: Values): readonly Command[] => [
    [
      'apigatewayv2',
      'create-api',
      {
        name: values.name,
        'protocol-type': 'WEBSOCKET',
        'route-selection-expression': values.selection,
        description: values.description || undefined,
      },
    ],
    ...[...linesOf(values.predefined), ...linesOf(values.custom)].map((key): Command => [
      'apigatewayv2',
      'create-route',
      { 'api-id': 'API_ID', 'route-key': key, target: 'integrations/INTEGRATION_ID' },
    ]),
    ['apigatewayv2', 'create-stage', { 'api-id': 'API_ID', 'stage-name': values.stage }],
    ['apigatewayv2', 'create-deployment', { 'api-id': 'API_ID', 'stage-name': values.stage }],
  ];
  return (
    <CreateForm<Field>
      place={props.place}
      start={start}
      specsOf={specsOf}
      commandsOf={commandsOf}
      cli={props.cli}
      onSave={(values) => createWebSocketApiAction({ place: props.place, values })}
    />
  );
}
