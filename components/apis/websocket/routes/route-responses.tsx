import { PartTable } from '@/components/apis/rest/parts/part-table';
import { EditPart } from '@/components/apis/websocket/parts/edit-part';
import { DetailsSection } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { CodeText } from '@/components/ui/code-text';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { SocketIntegrationResponse, SocketRouteResponse } from '@/lib/domain/socket-api';
import { getTranslator } from '@/lib/i18n/server';
import type { SocketRoute } from '@/lib/queries/websocket-api';
import { routes, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { RemoveIntegrationResponse } from './remove-integration-response';

/** What a route answers with: how answers of its back end are turned, and the models of what comes out. */
export async function RouteResponses(props: {
  place: Place;
  apiId: string;
  route: SocketRoute;
  /** Undefined for a route without an integration. */
  integration: Result<readonly SocketIntegrationResponse[], ConsoleError> | undefined;
  response: Result<SocketRouteResponse | undefined, ConsoleError>;
  refusedReason: string | undefined;
}) {
  const { place, apiId, route, integration, response, refusedReason } = props;
  const integrationId = route.integration?.id;
  const t = await getTranslator('socketParts');
  const form = (...more: readonly string[]) => routes.webSocketApi(place, apiId, 'routes', route.id, ...more);
  const isProxy = route.integration?.type.endsWith('_PROXY') ?? true;
  return (
    <>
      {integration && !integration.ok && <Failure error={integration.error} compact />}
      {integration?.ok && integrationId !== undefined && (!isProxy || integration.data.length > 0) && (
        <PartTable
          title={t('integrationResponse.title')}
          headers={[
            t('integrationResponse.key'),
            t('integrationResponse.templates'),
            t('integrationResponse.selection'),
          ]}
          actsHeader={t('actions')}
          emptyText={t('integrationResponse.none')}
          create={{
            label: t('integrationResponse.create'),
            href: form('integration-responses', 'create'),
            disabledReason: refusedReason,
          }}
          rows={integration.data.map((one) => ({
            id: one.id,
            cells: [
              <code key="key">{one.key}</code>,
              Object.keys(one.templates).join(', ') || '–',
              one.templateSelection || '–',
            ],
            acts: (
              <>
                <EditPart
                  name={one.key}
                  href={form('integration-responses', one.id, 'edit')}
                  refusedReason={refusedReason}
                />
                <RemoveIntegrationResponse
                  place={place}
                  apiId={apiId}
                  integrationId={integrationId}
                  responseId={one.id}
                  name={one.key}
                  refusedReason={refusedReason}
                />
              </>
            ),
          }))}
        />
      )}
      {!response.ok && <Failure error={response.error} compact />}
      {response.ok && response.data && (
        <DetailsSection
          title={t('routeResponse.title')}
          editHref={form('route-response')}
          editDisabledReason={refusedReason}
          items={[
            { label: t('routeResponse.key'), value: <CodeText text="$default" /> },
            {
              label: t('routeResponse.models'),
              value: Object.entries(response.data.models)
                .map(([key, name]) => `${key}: ${name}`)
                .join(', '),
            },
            {
              label: t('routeResponse.selection'),
              value: response.data.modelSelection && <CodeText text={response.data.modelSelection} />,
            },
          ]}
        />
      )}
    </>
  );
}
