'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldOption } from '@/components/patterns/fields/field-spec';
import { saveSocketAuthorizerAction } from '@/lib/actions/websocket-apis/save-authorizer';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { SocketAuthorizer } from '@/lib/domain/socket-api';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from '../../http/forms/http-form';

const empty = {
  name: '',
  functionArn: '',
  addPermission: 'on',
  identitySources: 'route.request.header.Authorization',
  credentials: '',
};
type Field = keyof typeof empty;

/** "Create authorizer" of a WebSocket API and its edit page: a function that lets a client connect, or not. */
export function SocketAuthorizerForm(props: {
  place: Place;
  apiId: string;
  saved: SocketAuthorizer | undefined;
  functions: readonly FieldOption[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('socketParts.authorizer');
  const { place, apiId, saved } = props;
  return (
    <HttpForm<Field>
      start={
        saved
          ? {
              name: saved.name,
              functionArn: saved.functionArn ?? '',
              addPermission: '',
              identitySources: saved.identitySources.join('\n'),
              credentials: saved.credentialsArn,
            }
          : empty
      }
      specsOf={() => [
        { name: 'name', label: t('name'), control: 'text' },
        { name: 'functionArn', label: t('function'), control: 'choice', options: props.functions },
        { name: 'addPermission', label: t('permission'), hint: t('permissionHint'), control: 'check' },
        {
          name: 'identitySources',
          label: t('source'),
          hint: t('sourceHint'),
          control: 'area',
          rows: 3,
          mono: true,
          optional: true,
        },
        { name: 'credentials', label: t('credentials'), control: 'text', mono: true, optional: true },
      ]}
      isNew={saved === undefined}
      commandsOf={(values) => [
        [
          saved ? 'update-authorizer' : 'create-authorizer',
          {
            'api-id': apiId,
            'authorizer-id': saved?.id,
            name: values.name,
            'authorizer-type': 'REQUEST',
            'authorizer-uri': values.functionArn,
            'identity-source': linesOf(values.identitySources),
            'authorizer-credentials-arn': values.credentials || undefined,
          },
        ],
      ]}
      cli={props.cli}
      onSave={(values) => saveSocketAuthorizerAction({ place, apiId, authorizerId: saved?.id, values })}
      href={routes.webSocketApi(place, apiId, 'authorizers')}
      doneTitle={({ name }) => t('saved', { name })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
