'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption, FieldSpec } from '@/components/patterns/fields/field-spec';
import type { SocketRouteField, SocketRouteTexts } from '@/lib/forms/socket-route';

const types = ['AWS_PROXY', 'HTTP_PROXY', 'HTTP', 'MOCK', 'AWS'] as const;
const authorizations = ['NONE', 'AWS_IAM', 'CUSTOM'] as const;
const passthroughs = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;
const methods = ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The fields of a route that its values ask for. */
export function useRouteSpecs(
  values: SocketRouteTexts,
  choices: {
    expression: string;
    functions: readonly FieldOption[];
    authorizers: readonly FieldOption[];
    models: readonly string[];
  },
): readonly FieldSpec<SocketRouteField>[] {
  const t = useTranslations('socketApi');
  const { type, key } = values;
  const isConnect = key === '$connect';
  const isProxy = type === 'AWS_PROXY' || type === 'HTTP_PROXY';
  const when = (
    isShown: boolean,
    ...specs: readonly FieldSpec<SocketRouteField>[]
  ): readonly FieldSpec<SocketRouteField>[] => (isShown ? specs : []);
  return [
    {
      name: 'key',
      label: t('key'),
      hint: t('keyHint', { expression: choices.expression }),
      control: 'text',
      mono: true,
    },
    ...when(isConnect, {
      name: 'authorization',
      label: t('authorization'),
      control: 'select',
      options: authorizations
        .filter(
          (value) => value !== 'CUSTOM' || choices.authorizers.length > 0 || values.authorization === value,
        )
        .map((value) => ({ value, label: t(`authorizations.${value}`) })),
    }),
    ...when(isConnect && values.authorization === 'CUSTOM', {
      name: 'authorizerId',
      label: t('authorizer'),
      control: 'select',
      options: choices.authorizers,
    }),
    ...when(isConnect, { name: 'keyRequired', label: t('keyRequired'), control: 'check' }),
    ...when(!isConnect && key !== '$disconnect' && (choices.models.length > 0 || values.model !== ''), {
      name: 'model',
      label: t('model'),
      hint: t('modelHint'),
      control: 'select',
      optional: true,
      options: choices.models.map((name) => ({ value: name, label: name })),
    }),
    {
      name: 'type',
      label: t('type'),
      control: 'radio',
      options: types.map((value) => ({ value, label: t(`types.${value}`) })),
    },
    ...when(
      type === 'AWS_PROXY',
      { name: 'functionArn', label: t('function'), control: 'choice', options: choices.functions },
      { name: 'addPermission', label: t('permission'), hint: t('permissionHint'), control: 'check' },
    ),
    ...when(type === 'HTTP' || type === 'HTTP_PROXY', {
      name: 'uri',
      label: t('uri'),
      control: 'text',
      mono: true,
    }),
    ...when(type === 'AWS', {
      name: 'uri',
      label: t('awsUri'),
      hint: t('awsUriHint'),
      control: 'text',
      mono: true,
    }),
    ...when(type === 'HTTP' || type === 'HTTP_PROXY' || type === 'AWS', {
      name: 'method',
      label: t('method'),
      control: 'select',
      options: methods.map((value) => ({ value, label: value })),
    }),
    ...when(type === 'AWS_PROXY' || type === 'AWS', {
      name: 'credentials',
      label: t('credentials'),
      ...(type === 'AWS_PROXY' ? { hint: t('credentialsHint') } : {}),
      control: 'text',
      mono: true,
      optional: type === 'AWS_PROXY',
    }),
    ...when(
      !isProxy,
      {
        name: 'templateSelection',
        label: t('templateSelection'),
        control: 'text',
        mono: true,
        optional: true,
      },
      {
        name: 'template',
        label: t('template'),
        hint: t('templateHint', { example: '{"statusCode": 200}' }),
        control: 'area',
        mono: true,
        rows: 6,
        optional: true,
      },
      {
        name: 'passthrough',
        label: t('passthrough'),
        control: 'select',
        options: passthroughs.map((value) => ({ value, label: t(`passthroughs.${value}`) })),
      },
    ),
    { name: 'timeout', label: t('timeout'), control: 'number', unit: 'ms' },
    ...when(key !== '$disconnect', {
      name: 'twoWay',
      label: t('twoWay'),
      hint: t('twoWayHint'),
      control: 'check',
    }),
  ];
}
