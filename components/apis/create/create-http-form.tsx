'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption, FieldSpec } from '@/components/patterns/fields/field-spec';
import { createHttpApiAction } from '@/lib/actions/apis/create-http-api';
import type { CliOptions } from '@/lib/domain/cli-command';
import { routeMethods } from '@/lib/domain/http-api/http-api';
import type { Place } from '@/lib/routes';
import { CreateForm, type Command } from './create-form';

const start = {
  name: '',
  description: '',
  backend: 'lambda',
  functionArn: '',
  addPermission: 'on',
  url: '',
  method: 'ANY',
  path: '/{proxy+}',
  cors: '',
  stage: '$default',
  autoDeploy: 'on',
};
type Field = keyof typeof start;
type Values = Readonly<Record<Field, string>>;

/** "Create HTTP API": its name, its first route with what answers, and its stage. */
export function CreateHttpForm(props: { place: Place; functions: readonly FieldOption[]; cli: CliOptions }) {
  const t = useTranslations('createApi');
  const i = useTranslations('httpForms.integration');
  const backends: Readonly<Record<string, readonly FieldSpec<Field>[]>> = {
    lambda: [
      { name: 'functionArn', label: i('function'), control: 'choice', options: props.functions },
      { name: 'addPermission', label: i('addPermission'), hint: i('addPermissionHint'), control: 'check' },
    ],
    http: [{ name: 'url', label: i('url'), hint: i('urlHint'), control: 'text', mono: true }],
  };
  const specsOf = (values: Values): readonly FieldSpec<Field>[] => [
    { name: 'name', label: t('name'), control: 'text' },
    { name: 'description', label: t('description'), control: 'text', optional: true },
    {
      name: 'backend',
      label: t('backend'),
      control: 'radio',
      options: [
        { value: 'lambda', label: i('lambda'), detail: i('lambdaHint') },
        { value: 'http', label: i('http'), detail: i('httpHint') },
        { value: 'none', label: t('none'), detail: t('noneHint') },
      ],
    },
    ...(backends[values.backend] ?? []),
    ...(values.backend === 'none'
      ? []
      : [
          {
            name: 'method' as const,
            label: t('firstMethod'),
            control: 'select' as const,
            options: routeMethods.map((value) => ({ value, label: value })),
          },
          {
            name: 'path' as const,
            label: t('firstPath'),
            hint: t('firstPathHint', { proxy: '/{proxy+}' }),
            control: 'text' as const,
            mono: true,
          },
        ]),
    { name: 'cors', label: t('cors'), hint: t('corsHint'), control: 'check' },
    { name: 'stage', label: t('stage'), hint: t('stageHint'), control: 'text', mono: true },
    { name: 'autoDeploy', label: t('autoDeploy'), hint: t('autoDeployHint'), control: 'check' },
  ];
  const commandsOf = (values: Values): readonly Command[] => {
    const everyone = { AllowOrigins: ['*'], AllowMethods: ['*'], AllowHeaders: ['*'] };
    const key = values.path.trim() === '$default' ? '$default' : `${values.method} ${values.path.trim()}`;
    const isLambda = values.backend === 'lambda';
    return [
      [
        'apigatewayv2',
        'create-api',
        {
          name: values.name,
          'protocol-type': 'HTTP',
          description: values.description || undefined,
          'cors-configuration': values.cors === 'on' ? everyone : undefined,
        },
      ],
      ...(values.backend === 'none'
        ? []
        : ([
            [
              'apigatewayv2',
              'create-integration',
              {
                'api-id': 'API_ID',
                'integration-type': isLambda ? 'AWS_PROXY' : 'HTTP_PROXY',
                'integration-uri': isLambda ? values.functionArn : values.url,
                'integration-method': isLambda ? undefined : 'ANY',
                'payload-format-version': isLambda ? '2.0' : '1.0',
              },
            ],
            [
              'apigatewayv2',
              'create-route',
              { 'api-id': 'API_ID', 'route-key': key, target: 'integrations/INTEGRATION_ID' },
            ],
          ] satisfies readonly Command[])),
      [
        'apigatewayv2',
        'create-stage',
        { 'api-id': 'API_ID', 'stage-name': values.stage, 'auto-deploy': values.autoDeploy === 'on' },
      ],
    ];
  };
  return (
    <CreateForm<Field>
      place={props.place}
      start={start}
      specsOf={specsOf}
      commandsOf={commandsOf}
      cli={props.cli}
      onSave={(values) => createHttpApiAction({ place: props.place, values })}
    />
  );
}
