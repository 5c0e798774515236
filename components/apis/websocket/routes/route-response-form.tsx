'use client';

import { useTranslations } from 'use-intl/react';
import { saveSocketRouteResponseAction } from '@/lib/actions/websocket-apis/save-responses';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { SocketRouteResponse } from '@/lib/domain/socket-api';
import { routes, withQuery, type Place } from '@/lib/routes';
import { HttpForm } from '../../http/forms/http-form';

type Field = 'models' | 'modelSelection';

/** Which models describe what a route answers; an answer is not held against them. */
export function SocketRouteResponseForm(props: {
  place: Place;
  apiId: string;
  routeId: string;
  routeKey: string;
  saved: SocketRouteResponse;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('socketParts.routeResponse');
  const { place, apiId, routeId, saved } = props;
  return (
    <HttpForm<Field>
      start={{
        modelSelection: saved.modelSelection,
        models: Object.entries(saved.models)
          .map(([key, name]) => `${key} = ${name}`)
          .join('\n'),
      }}
      specsOf={() => [
        {
          name: 'models',
          label: t('models'),
          hint: t('modelsHint'),
          control: 'area',
          mono: true,
          rows: 4,
          optional: true,
        },
        { name: 'modelSelection', label: t('selection'), control: 'text', mono: true, optional: true },
      ]}
      isNew={false}
      commandsOf={(values) => [
        [
          'update-route-response',
          {
            'api-id': apiId,
            'route-id': routeId,
            'route-response-id': saved.id,
            'model-selection-expression': values.modelSelection || undefined,
          },
        ],
      ]}
      cli={props.cli}
      onSave={(values) =>
        saveSocketRouteResponseAction({ place, apiId, routeId, responseId: saved.id, values })
      }
      href={withQuery(routes.webSocketApi(place, apiId, 'routes'), { route: props.routeKey })}
      doneTitle={() => t('saved')}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
