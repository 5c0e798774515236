'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { Note } from '@/components/ui/note';
import { saveDocumentationPartAction } from '@/lib/actions/rest-apis/save-documentation-part';
import type { CliOptions } from '@/lib/domain/cli-command';
import { documentationTypes, type DocumentationPart } from '@/lib/domain/rest-api/parts';
import { routes } from '@/lib/routes';
import type { RestTarget } from '../rest-hrefs';
import { jsonProblem } from './json-problem';
import { RestForm } from './rest-form';

const empty = {
  type: 'API',
  path: '',
  method: '',
  statusCode: '',
  name: '',
  properties: '',
};
type Field = keyof typeof empty;

const named = [
  'AUTHORIZER',
  'MODEL',
  'PATH_PARAMETER',
  'QUERY_PARAMETER',
  'REQUEST_HEADER',
  'RESPONSE_HEADER',
];
const pathless = ['API', 'AUTHORIZER', 'MODEL'];

/** What is said of one place of an API. The place of one that exists stays. */
export function DocumentationForm(props: {
  target: RestTarget;
  saved: DocumentationPart | null;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restParts.documentation');
  const words = useTranslations('restParts');
  const { target, saved } = props;
  const specsOf = ({ type }: Readonly<Record<Field, string>>): readonly FieldSpec<Field>[] => {
    const hasPath = !pathless.includes(type);
    const place: readonly FieldSpec<Field>[] = [
      {
        name: 'type',
        label: t('type'),
        control: 'select',
        options: documentationTypes.map((value) => ({ value, label: value })),
      },
      ...(hasPath
        ? [{ name: 'path', label: t('path'), control: 'text', mono: true, optional: true } as const]
        : []),
      ...(hasPath && type !== 'RESOURCE'
        ? [{ name: 'method', label: t('method'), control: 'text', mono: true, optional: true } as const]
        : []),
      ...(type.startsWith('RESPONSE')
        ? [{ name: 'statusCode', label: t('status'), control: 'text', mono: true, optional: true } as const]
        : []),
      ...(named.includes(type)
        ? [{ name: 'name', label: t('name'), control: 'text', mono: true } as const]
        : []),
    ];
    return [
      ...(saved === null ? place : []),
      {
        name: 'properties',
        label: t('properties'),
        hint: t('propertiesHint', { example: '{"description": "…"}' }),
        control: 'area',
        mono: true,
        rows: 8,
      },
    ];
  };
  const locationOf = (texts: Readonly<Record<Field, string>>) => {
    const shown = new Set(specsOf(texts).map(({ name }) => name));
    const of = (name: Field) => (shown.has(name) ? texts[name].trim() : '');
    return {
      type: texts.type,
      path: of('path'),
      method: of('method'),
      statusCode: of('statusCode'),
      name: of('name'),
    };
  };
  return (
    <RestForm<Field>
      start={saved ?? empty}
      specsOf={specsOf}
      isNew={saved === null}
      commandOf={(texts) =>
        saved === null
          ? [
              'create-documentation-part',
              {
                'rest-api-id': target.apiId,
                location: Object.fromEntries(
                  Object.entries(locationOf(texts)).filter(([, text]) => text !== ''),
                ),
                properties: texts.properties,
              },
            ]
          : [
              'update-documentation-part',
              {
                'rest-api-id': target.apiId,
                'documentation-part-id': saved.id,
                'patch-operations': [{ op: 'replace', path: '/properties', value: texts.properties }],
              },
            ]
      }
      cli={props.cli}
      problemsOf={({ properties }) => (jsonProblem(properties) === undefined ? [] : [t('properties')])}
      notesOf={({ properties }) => {
        const reason = jsonProblem(properties);
        return reason && <Note tone="danger">{words('badJson', { reason })}</Note>;
      }}
      onSave={(texts) =>
        saveDocumentationPartAction({
          ...target,
          id: saved?.id ?? null,
          location: saved ?? locationOf(texts),
          properties: texts.properties,
        })
      }
      href={routes.restApi(target.place, target.apiId, 'documentation')}
      doneTitle={({ type }) => words('saved', { name: type })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
