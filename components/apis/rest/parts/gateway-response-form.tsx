'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { saveGatewayResponseAction } from '@/lib/actions/rest-apis/save-gateway-response';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { RestGatewayResponse } from '@/lib/domain/rest-api/parts';
import { routes } from '@/lib/routes';
import { templateChanges } from '../forms/template-changes';
import { restCommands } from '../forms/rest-snippets';
import { RowList, type ListRow } from '../forms/row-list';
import { rowProblems, rowsOfTexts, textsInWords, textsOfRows } from '../forms/rows';
import { TemplateList } from '../forms/template-list';
import type { RestTarget } from '../rest-hrefs';

const prefix = 'gatewayresponse.header.';
const withoutPrefix = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name.startsWith(prefix) ? name.slice(prefix.length) : name,
      text,
    ]),
  );

/** Status, headers and bodies of what API Gateway itself answers in one kind of error. */
export function GatewayResponseForm(props: {
  target: RestTarget;
  saved: RestGatewayResponse;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restParts.response');
  const words = useTranslations('restParts');
  const forms = useTranslations('restForms');
  const { target } = props;
  const [saved] = useState(props.saved);
  const first: readonly ListRow[] = rowsOfTexts(withoutPrefix(saved.parameters), 'name', 'value');
  const [status, setStatus] = useState(saved.statusCode);
  const [rows, setRows] = useState(first);
  const [templates, setTemplates] = useState(saved.templates);
  const problems = rowProblems(rows, 'name', {
    twice: (name) => forms('twice', { name }),
    missing: forms('nameMissing'),
  });
  const isBad = !/^([1-5]\d\d)?$/.test(status.trim());
  const headers = textsOfRows(rows, 'name', 'value');
  const parameters = Object.fromEntries(Object.entries(headers).map(([name, text]) => [prefix + name, text]));
  const changes = [
    { id: 'status', label: t('status'), from: saved.statusCode, to: status.trim() },
    {
      id: 'headers',
      label: t('headers'),
      from: textsInWords(withoutPrefix(saved.parameters)),
      to: textsInWords(headers),
    },
  ].filter(({ from, to }) => from !== to);
  const href = routes.restApi(target.place, target.apiId, 'gateway-responses');
  return (
    <FormFrame
      changes={[
        ...changes,
        ...templateChanges(saved.templates, templates, (type) => forms('templates.body', { type })),
      ]}
      snippets={restCommands(
        [
          [
            'put-gateway-response',
            {
              'rest-api-id': target.apiId,
              'response-type': saved.type,
              'status-code': status.trim() || undefined,
              'response-parameters': parameters,
              'response-templates': templates,
            },
          ],
        ],
        props.cli,
      )}
      problems={[
        ...(isBad ? [t('status')] : []),
        ...(Object.keys(problems).length > 0 ? [t('headers')] : []),
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => {
        setStatus(saved.statusCode);
        setRows(first);
        setTemplates(saved.templates);
      }}
      onSave={() =>
        saveGatewayResponseAction({
          ...target,
          type: saved.type,
          statusCode: status.trim(),
          parameters,
          templates,
        })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: words('saved', { name: saved.type }) }}
      notes={<Note tone="info">{forms('deployHint')}</Note>}
    >
      <TextField
        label={t('status')}
        optional
        mono
        hint={t('statusHint')}
        error={isBad ? t('statusBad') : undefined}
        value={status}
        onChange={(event) => setStatus(event.target.value)}
      />
      <RowList
        title={t('headers')}
        hint={t('fromHint')}
        columns={[
          { id: 'name', label: t('header') },
          { id: 'value', label: t('from') },
        ]}
        rows={rows}
        onChange={setRows}
        problems={problems}
        addLabel={t('add')}
        emptyText={t('none')}
      />
      <TemplateList
        templates={templates}
        saved={saved.templates}
        onChange={setTemplates}
        hint={t('templateHint')}
      />
    </FormFrame>
  );
}
