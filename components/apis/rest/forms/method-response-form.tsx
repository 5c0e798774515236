'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { saveMethodResponseAction } from '@/lib/actions/rest-apis/save-method-response';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { RestMethodResponse } from '@/lib/domain/rest-api/method';
import { methodResponsePatch, newMethodResponse, statusPattern } from '@/lib/domain/rest-api/responses';
import { resourceHref, type RestTarget } from '../rest-hrefs';
import { patchParameter, restCommands } from './rest-snippets';
import { RowList, type ListRow } from './row-list';
import { rowProblems, rowsOfTexts, textsInWords, textsOfRows } from './rows';

/** A response that callers can get: its status, headers, and the models of its body. */
export function MethodResponseForm(props: {
  target: RestTarget;
  resource: { readonly id: string; readonly path: string };
  httpMethod: string;
  /** Null: a new one. */
  saved: RestMethodResponse | null;
  taken: readonly string[];
  models: readonly string[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restForms.response');
  const words = useTranslations('restForms');
  const { target, resource, httpMethod } = props;
  const [saved] = useState(props.saved);
  const isNew = saved === null;
  const start = saved ?? { ...newMethodResponse, statusCode: '' };
  const [status, setStatus] = useState(start.statusCode);
  const firstHeaders: readonly ListRow[] = start.headers.map((name) => ({ name }));
  const firstModels = rowsOfTexts(start.models, 'contentType', 'model');
  const [headers, setHeaders] = useState(firstHeaders);
  const [models, setModels] = useState(firstModels);

  const after: RestMethodResponse = {
    statusCode: status.trim(),
    headers: headers.map(({ name = '' }) => name.trim()).filter(Boolean),
    models: textsOfRows(models, 'contentType', 'model'),
  };
  const problemWords = {
    twice: (name: string) => words('twice', { name }),
    missing: words('nameMissing'),
  };
  const headerProblems = rowProblems(headers, 'name', problemWords);
  const modelProblems = rowProblems(models, 'contentType', problemWords);
  const isTaken = isNew && props.taken.includes(after.statusCode);
  const isBad = after.statusCode !== '' && !statusPattern.test(after.statusCode);
  const rows = [
    { id: 'status', label: t('status'), from: start.statusCode, to: after.statusCode },
    { id: 'headers', label: t('headers'), from: start.headers.join(', '), to: after.headers.join(', ') },
    { id: 'models', label: t('models'), from: textsInWords(start.models), to: textsInWords(after.models) },
  ].filter(({ from, to }) => from !== to);
  const command = {
    'rest-api-id': target.apiId,
    'resource-id': resource.id,
    'http-method': httpMethod,
    'status-code': after.statusCode,
  };
  const href = resourceHref(target, {
    resource: resource.id,
    method: httpMethod,
    station: 'method-response',
  });

  return (
    <FormFrame
      changes={isNew ? rows.map((row) => ({ ...row, from: null })) : rows}
      snippets={restCommands(
        [
          isNew
            ? [
                'put-method-response',
                {
                  ...command,
                  'response-parameters': Object.fromEntries(
                    after.headers.map((name) => [`method.response.header.${name}`, false]),
                  ),
                  'response-models': after.models,
                },
              ]
            : [
                'update-method-response',
                { ...command, 'patch-operations': patchParameter(methodResponsePatch(saved, after)) },
              ],
        ],
        props.cli,
      )}
      problems={[
        ...(isBad || isTaken || after.statusCode === '' ? [t('status')] : []),
        ...(Object.keys(headerProblems).length > 0 ? [t('headers')] : []),
        ...(Object.keys(modelProblems).length > 0 || models.some(({ model }) => !model) ? [t('models')] : []),
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => {
        setStatus(start.statusCode);
        setHeaders(firstHeaders);
        setModels(firstModels);
      }}
      onSave={() =>
        saveMethodResponseAction({ ...target, resourceId: resource.id, httpMethod, before: saved, after })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: words('saved', { what: after.statusCode }) }}
      notes={<Note tone="info">{words('deployHint')}</Note>}
    >
      <TextField
        label={t('status')}
        mono
        inputMode="numeric"
        readOnly={!isNew}
        error={isBad ? t('statusBad') : isTaken ? t('statusTaken') : undefined}
        value={status}
        onChange={(event) => setStatus(event.target.value)}
      />
      <RowList
        title={t('headers')}
        columns={[{ id: 'name', label: t('headers'), placeholder: 'X-Name' }]}
        rows={headers}
        onChange={setHeaders}
        problems={headerProblems}
        addLabel={words('add')}
        emptyText={t('headersEmpty')}
      />
      <RowList
        title={t('models')}
        columns={[
          { id: 'contentType', label: words('request.contentType'), placeholder: 'application/json' },
          { id: 'model', label: words('request.model'), kind: 'select', options: props.models },
        ]}
        newRow={{ contentType: 'application/json' }}
        rows={models}
        onChange={setModels}
        problems={modelProblems}
        addLabel={words('add')}
        emptyText={words('request.noneYet')}
      />
    </FormFrame>
  );
}
