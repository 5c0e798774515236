'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { updateMethodRequestAction } from '@/lib/actions/rest-apis/update-method-request';
import type { CliOptions } from '@/lib/domain/cli-command';
import { methodRequestPatch, type MethodRequestValues } from '@/lib/domain/rest-api/method-request';
import type { RestAuthorizer, RestValidator } from '@/lib/domain/rest-api/parts';
import { resourceHref, type RestTarget } from '../rest-hrefs';
import { ParameterFields } from './parameter-fields';
import { fromRequestDraft, requestChanges, toRequestDraft, type RequestDraft } from './request-draft';
import { patchParameter, restCommands } from './rest-snippets';
import { RowList } from './row-list';
import { rowProblems } from './rows';

/** Who may call a method, and what its request must and may carry. */
export function MethodRequestForm(props: {
  target: RestTarget;
  resource: { readonly id: string; readonly path: string };
  httpMethod: string;
  saved: MethodRequestValues;
  choices: {
    readonly authorizers: readonly RestAuthorizer[];
    readonly validators: readonly RestValidator[];
    readonly models: readonly string[];
    readonly failure: string | undefined;
  };
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restForms.request');
  const words = useTranslations('restForms');
  const { target, resource, httpMethod, choices } = props;
  const [saved] = useState(props.saved);
  const start = toRequestDraft(saved, resource.path);
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<RequestDraft>) => setDraft((current) => ({ ...current, ...part }));

  const after = fromRequestDraft(draft, choices.authorizers);
  const patch = methodRequestPatch(saved, after);
  const bodyProblems = rowProblems(draft.models, 'contentType', {
    twice: (name) => words('twice', { name }),
    missing: words('nameMissing'),
  });
  const lists = [
    [draft.query, t('query')],
    [draft.headers, t('headers')],
  ] as const;
  const problems = [
    ...lists
      .filter(([rows]) => rows.some(({ name }) => (name ?? '').trim() === ''))
      .map(([, label]) => label),
    ...(Object.keys(bodyProblems).length > 0 || draft.models.some(({ model }) => !model) ? [t('body')] : []),
  ];
  const usesCognito = after.authorizationType === 'COGNITO_USER_POOLS';
  const href = resourceHref(target, {
    resource: resource.id,
    method: httpMethod,
    station: 'method-request',
  });

  return (
    <FormFrame
      changes={requestChanges(start, draft, t, choices)}
      snippets={restCommands(
        [
          [
            'update-method',
            {
              'rest-api-id': target.apiId,
              'resource-id': resource.id,
              'http-method': httpMethod,
              'patch-operations': patchParameter(patch),
            },
          ],
        ],
        props.cli,
      )}
      problems={problems}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => setDraft(start)}
      onSave={() =>
        updateMethodRequestAction({ ...target, resourceId: resource.id, httpMethod, before: saved, after })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: words('saved', { what: `${httpMethod} ${resource.path}` }) }}
      notes={<Note tone="info">{words('deployHint')}</Note>}
    >
      {choices.failure && <Note tone="warning">{words('listsMissing', { message: choices.failure })}</Note>}
      <SelectField
        label={t('authorization')}
        value={draft.authorization}
        onValueChange={(authorization) => change({ authorization })}
        changed={draft.authorization !== start.authorization}
        options={[
          { value: 'NONE', label: t('none') },
          { value: 'AWS_IAM', label: t('iam') },
          ...choices.authorizers.map(({ id, name, type }) => ({
            value: id,
            label: name,
            detail: type,
            group: t('authorizers'),
          })),
        ]}
      />
      {usesCognito && (
        <TextAreaField
          label={t('scopes')}
          optional
          rows={2}
          mono
          hint={t('scopesHint')}
          value={draft.scopes}
          onChange={(event) => change({ scopes: event.target.value })}
        />
      )}
      <SelectField
        label={t('validator')}
        value={draft.validatorId}
        onValueChange={(validatorId) => change({ validatorId })}
        changed={draft.validatorId !== start.validatorId}
        options={[
          { value: '', label: t('none') },
          ...choices.validators.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        placeholder={t('none')}
      />
      <Checkbox
        label={t('apiKey')}
        description={t('apiKeyHint')}
        checked={draft.apiKeyRequired}
        onChange={(event) => change({ apiKeyRequired: event.target.checked })}
      />
      <TextField
        label={t('operationName')}
        optional
        mono
        changed={draft.operationName !== start.operationName}
        value={draft.operationName}
        onChange={(event) => change({ operationName: event.target.value })}
      />
      <ParameterFields draft={draft} onChange={change} />
      <RowList
        title={t('body')}
        columns={[
          { id: 'contentType', label: t('contentType'), placeholder: 'application/json' },
          { id: 'model', label: t('model'), kind: 'select', options: choices.models },
        ]}
        newRow={{ contentType: 'application/json' }}
        rows={draft.models}
        onChange={(models) => change({ models })}
        problems={bodyProblems}
        addLabel={words('add')}
        emptyText={t('noneYet')}
      />
    </FormFrame>
  );
}
