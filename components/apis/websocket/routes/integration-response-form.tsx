'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ContentHandling } from '@/components/apis/rest/forms/content-handling';
import { templateChanges } from '@/components/apis/rest/forms/template-changes';
import { TemplateList } from '@/components/apis/rest/forms/template-list';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { TextField } from '@/components/ui/text-field';
import { saveSocketIntegrationResponseAction } from '@/lib/actions/websocket-apis/save-responses';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { SocketIntegrationResponse } from '@/lib/domain/socket-api';
import { routes, withQuery, type Place } from '@/lib/routes';

const empty: SocketIntegrationResponse = {
  id: '',
  key: '',
  templateSelection: '',
  contentHandling: '',
  templates: {},
};

/** Which answers of the back end it takes, and the templates that turn them. */
export function SocketIntegrationResponseForm(props: {
  place: Place;
  apiId: string;
  routeKey: string;
  integrationId: string;
  /** Absent: a new one. */
  saved: SocketIntegrationResponse | undefined;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('socketParts.integrationResponse');
  const words = useTranslations('restForms');
  const { place, apiId, integrationId } = props;
  const [saved] = useState(props.saved);
  const start = saved ?? empty;
  const [draft, setDraft] = useState(start);
  const [keyRefusal, setKeyRefusal] = useState<string>();
  const change = (part: Partial<SocketIntegrationResponse>) => {
    setDraft((current) => ({ ...current, ...part }));
    setKeyRefusal(undefined);
  };
  const rows = [
    { id: 'key', label: t('key'), from: start.key, to: draft.key },
    { id: 'selection', label: t('selection'), from: start.templateSelection, to: draft.templateSelection },
    {
      id: 'handling',
      label: words('integration.contentHandling'),
      from: start.contentHandling,
      to: draft.contentHandling,
    },
  ].filter(({ from, to }) => from !== to);
  const href = withQuery(routes.webSocketApi(place, apiId, 'routes'), { route: props.routeKey });
  const command = cliCommand(
    'apigatewayv2',
    saved ? 'update-integration-response' : 'create-integration-response',
    {
      'api-id': apiId,
      'integration-id': integrationId,
      'integration-response-id': saved?.id,
      'integration-response-key': draft.key,
      'template-selection-expression': draft.templateSelection || undefined,
      'content-handling-strategy': draft.contentHandling || undefined,
      'response-templates': draft.templates,
    },
    props.cli,
  );
  return (
    <FormFrame
      changes={[
        ...rows.map((row) => (saved ? row : { ...row, from: null })),
        ...templateChanges(start.templates, draft.templates, (key) => t('template', { key })),
      ]}
      snippets={[{ id: 'cli', label: 'AWS CLI', text: command }]}
      problems={draft.key.trim() === '' && draft !== start ? [t('key')] : []}
      refusedFields={keyRefusal === undefined ? [] : [t('key')]}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => setDraft(start)}
      onSave={() =>
        saveSocketIntegrationResponseAction({
          place,
          apiId,
          integrationId,
          ...(saved && { responseId: saved.id }),
          values: {
            key: draft.key,
            templateSelection: draft.templateSelection,
            contentHandling: draft.contentHandling,
            templates: draft.templates,
          },
        })
      }
      onRefused={(error) => {
        if (error.field !== 'key') return false;
        setKeyRefusal(error.message);
        return true;
      }}
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('saved', { name: draft.key }) }}
    >
      <TextField
        label={t('key')}
        mono
        hint={t('keyHint')}
        error={keyRefusal}
        value={draft.key}
        onChange={(event) => change({ key: event.target.value })}
      />
      <TextField
        label={t('selection')}
        optional
        mono
        hint={t('selectionHint')}
        value={draft.templateSelection}
        onChange={(event) => change({ templateSelection: event.target.value })}
      />
      <ContentHandling
        value={draft.contentHandling}
        onChange={(contentHandling) => change({ contentHandling })}
      />
      <TemplateList
        templates={draft.templates}
        saved={start.templates}
        hint={t('templatesHint')}
        words={{ title: t('templates'), key: t('templateKey'), start: '$default' }}
        onChange={(templates) => change({ templates })}
      />
    </FormFrame>
  );
}
