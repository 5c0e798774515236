'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { Note } from '@/components/ui/note';
import { saveRestModelAction } from '@/lib/actions/rest-apis/save-model';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { RestModel } from '@/lib/domain/rest-api/parts';
import { routes } from '@/lib/routes';
import type { RestTarget } from '../rest-hrefs';
import { jsonProblem } from './json-problem';
import { RestForm } from './rest-form';

const empty = { name: '', contentType: 'application/json', description: '', schema: '' };
type Field = keyof typeof empty;

/** "Create model" and its edit page. Name and content type of one that exists stay. */
export function ModelForm(props: {
  target: RestTarget;
  saved: RestModel | null;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restParts.model');
  const words = useTranslations('restParts');
  const { target, saved } = props;
  const fixed: readonly FieldSpec<Field>[] = [
    { name: 'name', label: t('name'), hint: t('nameHint'), control: 'text', mono: true },
    { name: 'contentType', label: t('contentType'), control: 'text', mono: true },
  ];
  return (
    <RestForm<Field>
      start={saved ?? empty}
      specsOf={() => [
        ...(saved === null ? fixed : []),
        { name: 'description', label: words('description'), control: 'text', optional: true },
        {
          name: 'schema',
          label: t('schema'),
          hint: t('schemaHint'),
          control: 'area',
          mono: true,
          rows: 14,
        },
      ]}
      isNew={saved === null}
      commandOf={({ name, contentType, description, schema }) =>
        saved === null
          ? [
              'create-model',
              {
                'rest-api-id': target.apiId,
                name,
                'content-type': contentType,
                description: description || undefined,
                schema,
              },
            ]
          : [
              'update-model',
              {
                'rest-api-id': target.apiId,
                'model-name': name,
                'patch-operations': [{ op: 'replace', path: '/schema', value: schema }],
              },
            ]
      }
      cli={props.cli}
      problemsOf={({ schema }) => (jsonProblem(schema) === undefined ? [] : [t('schema')])}
      notesOf={({ schema }) => {
        const reason = jsonProblem(schema);
        return reason && <Note tone="danger">{words('badJson', { reason })}</Note>;
      }}
      onSave={({ name, contentType, description, schema }) =>
        saveRestModelAction({ ...target, isNew: saved === null, name, contentType, description, schema })
      }
      href={routes.restApi(target.place, target.apiId, 'models')}
      doneTitle={({ name }) => words('saved', { name })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
