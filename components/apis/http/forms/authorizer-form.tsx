'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldOption, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { saveHttpAuthorizerAction } from '@/lib/actions/http-apis/save-authorizer';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { HttpCapability } from '@/lib/domain/http-api/capability';
import type { HttpAuthorizer } from '@/lib/domain/http-api/http-api';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from './http-form';

const empty = {
  type: 'JWT',
  name: '',
  identitySources: '$request.header.Authorization',
  issuer: '',
  audience: '',
  functionArn: '',
  addPermission: 'on',
  payloadVersion: '2.0',
  simpleResponses: 'on',
  ttlSeconds: '0',
};
type Field = keyof typeof empty;
type Values = Readonly<Record<Field, string>>;

function textsOf(saved: HttpAuthorizer): Values {
  return {
    type: saved.type,
    name: saved.name,
    identitySources: saved.identitySources.join('\n'),
    issuer: saved.issuer,
    audience: saved.audience.join('\n'),
    functionArn: saved.functionArn ?? '',
    addPermission: '',
    payloadVersion: saved.payloadVersion || '2.0',
    simpleResponses: saved.hasSimpleResponses ? 'on' : '',
    ttlSeconds: String(saved.ttlSeconds),
  };
}

/** "Create authorizer" and its edit page; the type of one that exists stays. */
export function AuthorizerForm(props: {
  place: Place;
  apiId: string;
  saved: HttpAuthorizer | undefined;
  functions: readonly FieldOption[];
  missing: readonly HttpCapability[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('httpForms.authorizer');
  const i = useTranslations('httpForms.integration');
  const { place, apiId, saved, missing } = props;
  const types = (['JWT', 'REQUEST'] as const).filter(
    (type) => type === 'JWT' || !missing.includes('lambdaAuthorizer'),
  );
  const specsOf = (values: Values): readonly FieldSpec<Field>[] => {
    const isJwt = values.type === 'JWT';
    const own: readonly FieldSpec<Field>[] = isJwt
      ? [
          { name: 'issuer', label: t('issuer'), hint: t('issuerHint'), control: 'text', mono: true },
          { name: 'audience', label: t('audience'), hint: t('audienceHint'), control: 'area', mono: true },
        ]
      : [
          { name: 'functionArn', label: t('function'), control: 'choice', options: props.functions },
          {
            name: 'addPermission',
            label: i('addPermission'),
            hint: i('addPermissionHint'),
            control: 'check',
          },
          {
            name: 'payloadVersion',
            label: t('payload'),
            control: 'select',
            options: ['2.0', '1.0'].map((value) => ({ value, label: value })),
          },
          ...(values.payloadVersion === '2.0'
            ? [
                {
                  name: 'simpleResponses' as const,
                  label: t('simple'),
                  hint: t('simpleHint'),
                  control: 'check' as const,
                },
              ]
            : []),
          { name: 'ttlSeconds', label: t('ttl'), hint: t('ttlHint'), control: 'number', unit: 's' },
        ];
    return [
      ...(saved
        ? []
        : [
            {
              name: 'type' as const,
              label: t('type'),
              control: 'radio' as const,
              options: types.map((value) => ({
                value,
                label: t(value === 'JWT' ? 'jwt' : 'lambda'),
                detail: t(value === 'JWT' ? 'jwtHint' : 'lambdaHint'),
              })),
            },
          ]),
      { name: 'name', label: t('name'), control: 'text' },
      {
        name: 'identitySources',
        label: t('identitySource'),
        hint: t('identitySourceHint'),
        control: 'area',
        rows: 2,
        mono: true,
        optional: !isJwt,
      },
      ...own,
    ];
  };
  return (
    <HttpForm<Field>
      start={saved ? textsOf(saved) : empty}
      specsOf={specsOf}
      isNew={saved === undefined}
      commandsOf={(values) => [
        [
          saved ? 'update-authorizer' : 'create-authorizer',
          {
            'api-id': apiId,
            'authorizer-id': saved?.id,
            name: values.name,
            'authorizer-type': values.type,
            'identity-source': linesOf(values.identitySources),
            ...(values.type === 'JWT'
              ? { 'jwt-configuration': { Issuer: values.issuer, Audience: linesOf(values.audience) } }
              : {
                  'authorizer-uri': values.functionArn,
                  'authorizer-payload-format-version': values.payloadVersion,
                  'authorizer-result-ttl-in-seconds': values.ttlSeconds,
                  'enable-simple-responses': values.simpleResponses === 'on',
                }),
          },
        ],
      ]}
      cli={props.cli}
      missing={missing}
      onSave={(values) => saveHttpAuthorizerAction({ place, apiId, authorizerId: saved?.id, values })}
      href={routes.httpApi(place, apiId, 'authorization')}
      doneTitle={(values) => t('saved', { name: values.name })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
