'use client';

import { useTranslations } from 'use-intl/react';
import { Note } from '@/components/ui/note';
import { saveSocketModelAction } from '@/lib/actions/websocket-apis/save-model';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { SocketModel } from '@/lib/domain/socket-api';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from '../../http/forms/http-form';
import { jsonProblem } from '../../rest/parts/json-problem';

const empty = { name: '', contentType: 'application/json', description: '', schema: '' };
type Field = keyof typeof empty;

/** "Create model" of a WebSocket API and its edit page. */
export function SocketModelForm(props: {
  place: Place;
  apiId: string;
  saved: SocketModel | undefined;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('socketParts.model');
  const { place, apiId, saved } = props;
  return (
    <HttpForm<Field>
      start={
        saved
          ? {
              name: saved.name,
              contentType: saved.contentType,
              description: saved.description,
              schema: saved.schema,
            }
          : empty
      }
      specsOf={() => [
        { name: 'name', label: t('name'), hint: t('nameHint'), control: 'text', mono: true },
        { name: 'contentType', label: t('contentType'), control: 'text', mono: true },
        { name: 'description', label: t('description'), control: 'text', optional: true },
        { name: 'schema', label: t('schema'), hint: t('schemaHint'), control: 'area', mono: true, rows: 14 },
      ]}
      isNew={saved === undefined}
      commandsOf={(values) => [
        [
          saved ? 'update-model' : 'create-model',
          {
            'api-id': apiId,
            'model-id': saved?.id,
            name: values.name,
            'content-type': values.contentType,
            description: values.description || undefined,
            schema: values.schema,
          },
        ],
      ]}
      cli={props.cli}
      notesOf={({ contentType, schema }) => {
        const reason = contentType === 'application/json' ? jsonProblem(schema) : undefined;
        return reason && <Note tone="warning">{t('badJson', { reason })}</Note>;
      }}
      onSave={(values) => saveSocketModelAction({ place, apiId, modelId: saved?.id, values })}
      href={routes.webSocketApi(place, apiId, 'models')}
      doneTitle={({ name }) => t('saved', { name })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
