'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldOption, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { saveRestAuthorizerAction } from '@/lib/actions/rest-apis/save-authorizer';
import type { CliOptions } from '@/lib/domain/cli-command';
import { functionArnOf, lambdaUriOf } from '@/lib/domain/rest-api/backend';
import { authorizerPatch } from '@/lib/domain/rest-api/part-patches';
import type { AuthorizerValues, RestAuthorizer } from '@/lib/domain/rest-api/parts';
import { routes } from '@/lib/routes';
import { patchParameter } from '../forms/rest-snippets';
import type { RestTarget } from '../rest-hrefs';
import { RestForm } from './rest-form';

const empty = {
  name: '',
  type: 'TOKEN',
  functionArn: '',
  permission: 'on',
  role: '',
  source: 'method.request.header.Authorization',
  validation: '',
  ttl: '300',
  pools: '',
};
type Field = keyof typeof empty;
type Values = Readonly<Record<Field, string>>;

function textsOf(saved: RestAuthorizer): Values {
  return {
    name: saved.name,
    type: saved.type,
    functionArn: functionArnOf(saved.uri) ?? '',
    permission: '',
    role: saved.credentials,
    source: saved.identitySource,
    validation: saved.validationExpression,
    ttl: String(saved.ttlSeconds),
    pools: saved.providerArns.join('\n'),
  };
}

function valuesOf(texts: Values): AuthorizerValues {
  const usesPools = texts.type === 'COGNITO_USER_POOLS';
  return {
    name: texts.name.trim(),
    type: texts.type,
    uri: usesPools || texts.functionArn === '' ? '' : lambdaUriOf(texts.functionArn),
    credentials: usesPools ? '' : texts.role.trim(),
    identitySource: texts.source.trim(),
    validationExpression: texts.type === 'REQUEST' ? '' : texts.validation.trim(),
    ttlSeconds: Number(texts.ttl),
    providerArns: usesPools ? linesOf(texts.pools) : [],
  };
}

/** "Create authorizer" and its edit page. The type of one that exists stays. */
export function RestAuthorizerForm(props: {
  target: RestTarget;
  saved: RestAuthorizer | null;
  functions: readonly FieldOption[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restParts.authorizer');
  const words = useTranslations('restParts');
  const { target, saved } = props;
  const types = ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'] as const;
  const specsOf = (values: Values): readonly FieldSpec<Field>[] => {
    const usesPools = values.type === 'COGNITO_USER_POOLS';
    const isRequest = values.type === 'REQUEST';
    const kind: FieldSpec<Field> = {
      name: 'type',
      label: t('type'),
      control: 'radio',
      options: types.map((value) => ({ value, label: t(`types.${value}`) })),
    };
    const lambda: readonly FieldSpec<Field>[] = [
      { name: 'functionArn', label: t('function'), control: 'choice', options: props.functions },
      { name: 'permission', label: t('permission'), control: 'check' },
      { name: 'role', label: t('role'), control: 'text', mono: true, optional: true },
    ];
    const validation: FieldSpec<Field> = {
      name: 'validation',
      label: t('validation'),
      hint: t('validationHint'),
      control: 'text',
      mono: true,
      optional: true,
    };
    return [
      { name: 'name', label: t('name'), control: 'text' },
      ...(saved === null ? [kind] : []),
      ...(usesPools
        ? [
            {
              name: 'pools',
              label: t('pools'),
              hint: t('poolsHint'),
              control: 'area',
              mono: true,
              rows: 2,
            } as const,
          ]
        : lambda),
      {
        name: 'source',
        label: t(isRequest ? 'sources' : 'source'),
        hint: t(isRequest ? 'sourcesHint' : 'sourceHint'),
        control: 'text',
        mono: true,
        optional: isRequest,
      },
      ...(isRequest ? [] : [validation]),
      { name: 'ttl', label: t('ttl'), hint: t('ttlHint'), control: 'number', unit: t('seconds') },
    ];
  };
  const before = saved === null ? null : valuesOf(textsOf(saved));
  return (
    <RestForm
      start={saved === null ? empty : textsOf(saved)}
      specsOf={specsOf}
      isNew={saved === null}
      commandOf={(texts) => {
        const after = valuesOf(texts);
        if (saved !== null && before !== null) {
          return [
            'update-authorizer',
            {
              'rest-api-id': target.apiId,
              'authorizer-id': saved.id,
              'patch-operations': patchParameter(authorizerPatch(before, after)),
            },
          ];
        }
        return [
          'create-authorizer',
          {
            'rest-api-id': target.apiId,
            name: after.name,
            type: after.type,
            'authorizer-uri': after.uri || undefined,
            'provider-arns': after.providerArns.length > 0 ? after.providerArns : undefined,
            'authorizer-credentials': after.credentials || undefined,
            'identity-source': after.identitySource || undefined,
            'identity-validation-expression': after.validationExpression || undefined,
            'authorizer-result-ttl-in-seconds': after.ttlSeconds,
          },
        ];
      }}
      cli={props.cli}
      onSave={(texts) =>
        saveRestAuthorizerAction({
          ...target,
          id: saved?.id ?? null,
          before,
          after: valuesOf(texts),
          addPermission: texts.permission === 'on' && texts.type !== 'COGNITO_USER_POOLS',
        })
      }
      href={routes.restApi(target.place, target.apiId, 'authorizers')}
      doneTitle={(texts) => words('saved', { name: texts.name })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
