'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldOption, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { Note } from '@/components/ui/note';
import { saveRouteAction } from '@/lib/actions/http-apis/save-route';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { HttpCapability } from '@/lib/domain/http-api/capability';
import { routeMethods, type HttpRoute } from '@/lib/domain/http-api/http-api';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from './http-form';
import {
  emptyIntegration,
  integrationCommand,
  integrationInput,
  useIntegrationSpecs,
  type IntegrationField,
} from './integration-specs';

type OwnField = 'method' | 'path' | 'integration' | 'authorization' | 'scopes' | 'operationName';
type Field = OwnField | IntegrationField;

/** "Create route" and its edit page: what it takes, who answers, and who may call. */
export function RouteForm(props: {
  place: Place;
  apiId: string;
  saved: HttpRoute | undefined;
  integrations: readonly FieldOption[];
  authorizers: readonly (FieldOption & { readonly type: 'JWT' | 'REQUEST' })[];
  functions: readonly FieldOption[];
  links: readonly FieldOption[];
  missing: readonly HttpCapability[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('httpForms.route');
  const { place, apiId, saved, authorizers } = props;
  const integrationSpecs = useIntegrationSpecs(props.functions, props.links, props.missing);
  const keyOf = (values: { method: string; path: string }) =>
    values.path.trim() === '$default' ? '$default' : `${values.method} ${values.path.trim()}`;
  const typeOf = (id: string) => authorizers.find(({ value }) => value === id)?.type;
  const start = {
    ...emptyIntegration,
    method: saved?.method ?? 'GET',
    path: saved?.path ?? '',
    integration: saved ? (saved.integrationId ?? 'none') : 'new',
    authorization: saved?.authorizerId ?? saved?.authorizationType ?? 'NONE',
    scopes: saved?.scopes.join('\n') ?? '',
    operationName: saved?.operationName ?? '',
  };
  type Values = Readonly<Record<Field, string>>;

  const specsOf = (values: Values): readonly FieldSpec<Field>[] => [
    ...(values.path.trim() === '$default'
      ? []
      : [
          {
            name: 'method' as const,
            label: t('method'),
            control: 'select' as const,
            options: routeMethods.map((value) => ({ value, label: value })),
          },
        ]),
    {
      name: 'path',
      label: t('path'),
      hint: t('pathHint', { id: '{id}', proxy: '{proxy+}' }),
      control: 'text',
      mono: true,
    },
    {
      name: 'integration',
      label: t('integration'),
      control: 'select',
      options: [
        { value: 'new', label: t('new') },
        ...(saved?.integrationId === undefined ? [{ value: 'none', label: t('none') }] : []),
        ...props.integrations,
      ],
    },
    ...(values.integration === 'new' ? integrationSpecs(values, true) : []),
    {
      name: 'authorization',
      label: t('authorization'),
      control: 'select',
      options: [
        { value: 'NONE', label: t('authNone') },
        ...(props.missing.includes('iam') ? [] : [{ value: 'AWS_IAM', label: t('authIam') }]),
        ...authorizers,
      ],
    },
    ...(typeOf(values.authorization) === 'JWT'
      ? [
          {
            name: 'scopes' as const,
            label: t('scopes'),
            hint: t('scopesHint'),
            control: 'area' as const,
            mono: true,
            optional: true,
          },
        ]
      : []),
    { name: 'operationName', label: t('operationName'), control: 'text', optional: true },
  ];
  const authorizationOf = (values: Values) => {
    const type = typeOf(values.authorization);
    return type === undefined ? '' : type === 'JWT' ? 'JWT' : 'CUSTOM';
  };

  return (
    <HttpForm<Field>
      start={start}
      specsOf={specsOf}
      isNew={saved === undefined}
      commandsOf={(values) => {
        const authorizerType = authorizationOf(values);
        const isNewTarget = values.integration === 'new';
        return [
          ...(isNewTarget
            ? [['create-integration', { 'api-id': apiId, ...integrationCommand(values) }] as const]
            : []),
          [
            saved ? 'update-route' : 'create-route',
            {
              'api-id': apiId,
              'route-id': saved?.id,
              'route-key': keyOf(values),
              target:
                values.integration === 'none'
                  ? undefined
                  : `integrations/${isNewTarget ? 'INTEGRATION_ID' : values.integration}`,
              'authorization-type': authorizerType || values.authorization,
              'authorizer-id': authorizerType ? values.authorization : undefined,
              'authorization-scopes': authorizerType === 'JWT' ? linesOf(values.scopes) : undefined,
            },
          ],
        ];
      }}
      cli={props.cli}
      missing={props.missing}
      onSave={(values) =>
        saveRouteAction({
          place,
          apiId,
          routeId: saved?.id,
          values: {
            method: values.method,
            path: values.path,
            integration: values.integration,
            authorization: values.authorization,
            authorizerType: authorizationOf(values),
            scopes: values.scopes,
            operationName: values.operationName,
          },
          ...(values.integration === 'new' && { newIntegration: integrationInput(values) }),
        })
      }
      href={routes.httpApi(place, apiId, 'routes')}
      doneTitle={(values) => t('saved', { key: keyOf(values) })}
      cannotSaveReason={props.cannotSaveReason}
      notesOf={(values) => (
        <>
          {values.authorization === 'NONE' && <Note tone="warning">{t('openNote')}</Note>}
          <Note tone="info">{t('deployNote')}</Note>
        </>
      )}
    />
  );
}
