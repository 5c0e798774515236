'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { EmptyLine } from '@/components/patterns/empty';
import { Note } from '@/components/ui/note';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { saveIntegrationResponseAction } from '@/lib/actions/rest-apis/save-integration-response';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { RestIntegrationResponse, RestMethodResponse } from '@/lib/domain/rest-api/method';
import { integrationResponsePatch, newIntegrationResponse } from '@/lib/domain/rest-api/responses';
import { resourceHref, type RestTarget } from '../rest-hrefs';
import { ContentHandling } from './content-handling';
import { patchParameter, restCommands } from './rest-snippets';
import { templateChanges } from './template-changes';
import { TemplateList } from './template-list';

const prefix = 'method.response.header.';

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

/** Which answers of the back end become which response, with its headers and body. */
export function IntegrationResponseForm(props: {
  target: RestTarget;
  resource: { readonly id: string; readonly path: string };
  httpMethod: string;
  /** Null: a new one. */
  saved: RestIntegrationResponse | null;
  /** Responses of the method; a new one takes a status that is free. */
  methodResponses: readonly RestMethodResponse[];
  taken: readonly string[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restForms.response');
  const words = useTranslations('restForms');
  const { target, resource, httpMethod, methodResponses } = props;
  const [saved] = useState(props.saved);
  const free = methodResponses
    .map(({ statusCode }) => statusCode)
    .filter((code) => !props.taken.includes(code));
  const start: RestIntegrationResponse = saved ?? { ...newIntegrationResponse, statusCode: free[0] ?? '' };
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<RestIntegrationResponse>) => setDraft((current) => ({ ...current, ...part }));
  const declared = methodResponses.find(({ statusCode }) => statusCode === draft.statusCode)?.headers ?? [];
  const headers = [
    ...new Set([...declared, ...Object.keys(start.parameters).map((name) => name.slice(prefix.length))]),
  ];
  const after: RestIntegrationResponse = {
    ...draft,
    parameters: Object.fromEntries(Object.entries(draft.parameters).filter(([, from]) => from !== '')),
  };
  const isPatternBad = !isPattern(draft.selectionPattern);
  const headerText = (response: RestIntegrationResponse) =>
    Object.entries(response.parameters)
      .map(([name, from]) => `${name.slice(prefix.length)} ← ${from}`)
      .join('\n');
  const isNew = saved === null;
  const rows = [
    { id: 'status', label: t('methodStatus'), from: start.statusCode, to: after.statusCode },
    { id: 'pattern', label: t('pattern'), from: start.selectionPattern, to: after.selectionPattern },
    {
      id: 'handling',
      label: words('integration.contentHandling'),
      from: start.contentHandling,
      to: after.contentHandling,
    },
    { id: 'headers', label: t('headerMappings'), from: headerText(start), to: headerText(after) },
  ].filter(({ id, from, to }) => (isNew && id === 'status' && to !== '') || from !== to);
  const command = {
    'rest-api-id': target.apiId,
    'resource-id': resource.id,
    'http-method': httpMethod,
    'status-code': after.statusCode,
  };
  const href = resourceHref(target, {
    resource: resource.id,
    method: httpMethod,
    station: 'integration-response',
  });

  return (
    <FormFrame
      changes={[
        ...rows.map((row) => (isNew ? { ...row, from: null } : row)),
        ...templateChanges(start.templates, after.templates, (type) => words('templates.body', { type })),
      ]}
      snippets={restCommands(
        [
          isNew
            ? [
                'put-integration-response',
                {
                  ...command,
                  'selection-pattern': after.selectionPattern || undefined,
                  'content-handling': after.contentHandling || undefined,
                  'response-parameters': after.parameters,
                  'response-templates': after.templates,
                },
              ]
            : [
                'update-integration-response',
                { ...command, 'patch-operations': patchParameter(integrationResponsePatch(saved, after)) },
              ],
        ],
        props.cli,
      )}
      problems={isPatternBad ? [t('pattern')] : []}
      cannotSaveReason={
        props.cannotSaveReason ?? (isNew && free.length === 0 ? t('noMethodResponse') : undefined)
      }
      onReset={() => setDraft(start)}
      onSave={() =>
        saveIntegrationResponseAction({
          ...target,
          resourceId: resource.id,
          httpMethod,
          before: saved,
          after,
        })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: words('saved', { what: after.statusCode }) }}
      notes={<Note tone="info">{words('deployHint')}</Note>}
    >
      {isNew ? (
        <SelectField
          label={t('methodStatus')}
          hint={free.length === 0 ? t('noMethodResponse') : undefined}
          options={free.map((value) => ({ value, label: value }))}
          value={draft.statusCode}
          onValueChange={(statusCode) => change({ statusCode })}
        />
      ) : (
        <TextField label={t('methodStatus')} readOnly value={draft.statusCode} />
      )}
      <TextField
        label={t('pattern')}
        optional
        mono
        hint={t('patternHint')}
        error={isPatternBad ? t('patternBad') : undefined}
        value={draft.selectionPattern}
        onChange={(event) => change({ selectionPattern: event.target.value })}
      />
      <ContentHandling
        value={draft.contentHandling}
        onChange={(contentHandling) => change({ contentHandling })}
      />
      <section aria-label={t('headerMappings')} className="flex flex-col gap-12">
        <h2 className="text-14">{t('headerMappings')}</h2>
        {headers.length === 0 ? (
          <EmptyLine>{t('noHeaders')}</EmptyLine>
        ) : (
          <p className="text-12 text-muted">{t('fromHint')}</p>
        )}
        {headers.map((name) => (
          <TextField
            key={name}
            label={name}
            optional
            mono
            value={draft.parameters[prefix + name] ?? ''}
            onChange={(event) =>
              change({ parameters: { ...draft.parameters, [prefix + name]: event.target.value } })
            }
          />
        ))}
      </section>
      <TemplateList
        templates={draft.templates}
        saved={start.templates}
        onChange={(templates) => change({ templates })}
      />
    </FormFrame>
  );
}
