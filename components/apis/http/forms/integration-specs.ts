'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption, FieldSpec, FieldTexts } from '@/components/patterns/fields/field-spec';
import type { HttpCapability } from '@/lib/domain/http-api/capability';
import { routeMethods, type HttpIntegration } from '@/lib/domain/http-api/http-api';
import type { CliParameters } from './http-form';

/** Fields of an integration as a form sends them. */
export const emptyIntegration = {
  kind: 'lambda',
  functionArn: '',
  addPermission: 'on',
  payloadVersion: '2.0',
  httpMethod: 'ANY',
  url: '',
  subtype: '',
  vpcLink: '',
  listener: '',
  serverName: '',
  credentialsArn: '',
  timeoutMs: '30000',
  description: '',
  requestParameters: '',
};
export type IntegrationField = keyof typeof emptyIntegration;
export type IntegrationTexts = FieldTexts<IntegrationField>;

/** Operations that an HTTP API can call by itself. */
const subtypes = [
  'EventBridge-PutEvents',
  'SQS-SendMessage',
  'SQS-ReceiveMessage',
  'SQS-DeleteMessage',
  'SQS-PurgeQueue',
  'AppConfig-GetConfiguration',
  'Kinesis-PutRecord',
  'StepFunctions-StartExecution',
  'StepFunctions-StartSyncExecution',
  'StepFunctions-StopExecution',
];
export const pairsText = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n');
export const pairsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(line))
      .flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? '']] : [])),
  );

export function textsOfIntegration(integration: HttpIntegration): IntegrationTexts {
  const isLambda = integration.kind === 'lambda';
  return {
    ...emptyIntegration,
    kind: integration.kind,
    functionArn: isLambda ? (integration.functionArn ?? integration.uri) : '',
    addPermission: '',
    payloadVersion: integration.payloadVersion || '2.0',
    httpMethod: integration.method || 'ANY',
    url: integration.kind === 'http' ? integration.uri : '',
    subtype: integration.subtype,
    vpcLink: integration.connectionId,
    listener: integration.kind === 'private' ? integration.uri : '',
    serverName: integration.serverName,
    credentialsArn: integration.credentialsArn,
    timeoutMs: String(integration.timeoutMs),
    description: integration.description,
    requestParameters: pairsText(integration.requestParameters),
  };
}

/** What the action takes: its `method` is the back end's, which a route's form must call otherwise. */
export function integrationInput(values: IntegrationTexts) {
  const { httpMethod, ...rest } = values;
  const picked = Object.keys(emptyIntegration).map((name) => [name, rest[name as 'kind']] as const);
  return { ...Object.fromEntries(picked), method: httpMethod };
}

/** Parameters of `create-integration` and `update-integration`. */
export function integrationCommand(values: IntegrationTexts): CliParameters {
  const parameters = pairsOf(values.requestParameters);
  const common = {
    'timeout-in-millis': values.timeoutMs,
    description: values.description || undefined,
    'credentials-arn': values.credentialsArn || undefined,
    'request-parameters': Object.keys(parameters).length > 0 ? parameters : undefined,
  };
  switch (values.kind) {
    case 'lambda':
      return {
        'integration-type': 'AWS_PROXY',
        'integration-uri': values.functionArn,
        'payload-format-version': values.payloadVersion,
        ...common,
      };
    case 'service':
      return {
        'integration-type': 'AWS_PROXY',
        'integration-subtype': values.subtype,
        'payload-format-version': '1.0',
        ...common,
      };
    default:
      return {
        'integration-type': 'HTTP_PROXY',
        'integration-uri': values.kind === 'private' ? values.listener : values.url,
        'integration-method': values.httpMethod,
        'payload-format-version': '1.0',
        ...(values.kind === 'private' && {
          'connection-type': 'VPC_LINK',
          'connection-id': values.vpcLink,
          'tls-config': values.serverName ? { ServerNameToVerify: values.serverName } : undefined,
        }),
        ...common,
      };
  }
}

/** The fields of an integration in view, without what the endpoint lacks. */
export function useIntegrationSpecs(
  functions: readonly FieldOption[],
  links: readonly FieldOption[],
  missing: readonly HttpCapability[],
  /** A server name is there, which AWS does not take away. */
  isTlsSet = false,
): (values: IntegrationTexts, isNew: boolean) => readonly FieldSpec<IntegrationField>[] {
  const t = useTranslations('httpForms.integration');
  return (values, isNew) => {
    const kinds = (['lambda', 'http', 'service', 'private'] as const).filter(
      (kind) => !missing.includes(kind as 'service') || values.kind === kind,
    );
    const { kind } = values;
    const role: FieldSpec<IntegrationField> = {
      name: 'credentialsArn',
      label: t('role'),
      hint: t('roleHint'),
      control: 'text',
      mono: true,
      optional: kind !== 'service',
    };
    const mapping: readonly FieldSpec<IntegrationField>[] =
      missing.includes('mapping') && values.requestParameters === ''
        ? []
        : [
            {
              name: 'requestParameters',
              label: t('parameters'),
              hint: t(kind === 'service' ? 'serviceParametersHint' : 'parametersHint'),
              control: 'area',
              mono: true,
              optional: true,
            },
          ];
    const method: FieldSpec<IntegrationField> = {
      name: 'httpMethod',
      label: t('method'),
      control: 'select',
      options: routeMethods.map((value) => ({ value, label: value })),
    };
    const own: Readonly<Record<string, readonly FieldSpec<IntegrationField>[]>> = {
      lambda: [
        { name: 'functionArn', label: t('function'), control: 'choice', options: functions },
        {
          name: 'addPermission',
          label: t('addPermission'),
          hint: t('addPermissionHint'),
          control: 'check',
        },
        {
          name: 'payloadVersion',
          label: t('payload'),
          control: 'select',
          options: ['2.0', '1.0'].map((value) => ({ value, label: value })),
        },
      ],
      http: [method, { name: 'url', label: t('url'), hint: t('urlHint'), control: 'text', mono: true }],
      service: [
        {
          name: 'subtype',
          label: t('subtype'),
          control: 'select',
          options: subtypes.map((value) => ({ value, label: value })),
        },
        role,
      ],
      private: [
        method,
        {
          name: 'vpcLink',
          label: t('vpcLink'),
          control: 'choice',
          options: links,
          pasteLabel: t('typeLink'),
        },
        { name: 'listener', label: t('listener'), hint: t('listenerHint'), control: 'text', mono: true },
        {
          name: 'serverName',
          label: t('serverName'),
          hint: t('serverNameHint'),
          control: 'text',
          mono: true,
          optional: !isTlsSet,
        },
      ],
    };
    return [
      ...(isNew
        ? [
            {
              name: 'kind' as const,
              label: t('kind'),
              control: 'radio' as const,
              options: kinds.map((value) => ({ value, label: t(value), detail: t(`${value}Hint`) })),
            },
          ]
        : []),
      ...(own[kind] ?? []),
      ...mapping,
      {
        name: 'timeoutMs',
        label: t('timeout'),
        hint: t('timeoutHint'),
        control: 'number',
        unit: 'ms',
      },
      { name: 'description', label: t('description'), control: 'text', optional: true },
    ];
  };
}
