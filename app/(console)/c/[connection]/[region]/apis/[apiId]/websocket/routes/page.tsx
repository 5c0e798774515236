import type { Metadata } from 'next';
import { RouteDetails } from '@/components/apis/websocket/routes/route-details';
import { RouteResponses } from '@/components/apis/websocket/routes/route-responses';
import { RouteMenu } from '@/components/apis/websocket/routes/route-menu';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { readHttpApi } from '@/lib/queries/api';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { listSocketChoices } from '@/lib/queries/socket-route';
import { getSocketRouteResponse, listSocketIntegrationResponses } from '@/lib/queries/socket-responses';
import { isTwoWayRoute, listSocketRoutes, type SocketRoute } from '@/lib/queries/websocket-api';
import { routes, withQuery, type Place } from '@/lib/routes';

const reserved = ['$connect', '$disconnect', '$default'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketApi');
  return { title: t('routes') };
}

async function responsesOf(place: Place, apiId: string, route: SocketRoute) {
  const [integration, response] = await Promise.all([
    route.integration && listSocketIntegrationResponses(place, apiId, route.integration.id),
    getSocketRouteResponse(place, apiId, route.id),
  ]);
  return { integration, response };
}

/** Routes of a WebSocket API; `?route=…` is the key of the one in view. */
export default async function SocketRoutesPage(props: ApiPageProps) {
  const { place, apiId, query, refusedReason } = await openApiPage(props);
  const [found, api, t] = await Promise.all([
    listSocketRoutes(place, apiId),
    readHttpApi(place, apiId),
    getTranslator('socketApi'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const selectedKey = query['route'] ?? found.data[0]?.key ?? '$connect';
  const listed = found.data.find(({ key }) => key === selectedKey);
  const twoWay = listed && (await isTwoWayRoute(place, apiId, listed));
  const route = listed && twoWay?.ok ? { ...listed, isTwoWay: twoWay.data } : listed;
  const missing = reserved.find((key) => key === selectedKey);
  const choices = route?.authorizerId ? await listSocketChoices(place, apiId) : undefined;
  const authorizer = choices?.ok
    ? choices.data.authorizers.find(({ value }) => value === route?.authorizerId)?.label
    : undefined;
  return (
    <div className="flex min-h-full flex-col desktop:flex-row">
      <RouteMenu
        place={place}
        apiId={apiId}
        routes={found.data}
        selectedKey={selectedKey}
        refusedReason={refusedReason}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-16 p-inset">
        <p className="text-12 text-muted">
          {t('selection')} <code>{api.ok ? api.data.RouteSelectionExpression : '–'}</code>
        </p>
        {missing && <p className="text-muted">{t(`hints.${missing}`)}</p>}
        {route && (
          <RouteDetails
            place={place}
            apiId={apiId}
            route={route}
            authorizerName={authorizer ?? route.authorizerId}
            refusedReason={refusedReason}
          />
        )}
        {route && (
          <RouteResponses
            place={place}
            apiId={apiId}
            route={route}
            {...await responsesOf(place, apiId, route)}
            refusedReason={refusedReason}
          />
        )}
        {!route && missing && (
          <Note
            tone="warning"
            act={
              <ButtonLink
                size="small"
                href={withQuery(routes.webSocketApi(place, apiId, 'routes', 'create'), { key: missing })}
                disabledReason={refusedReason}
              >
                {t('set', { key: missing })}
              </ButtonLink>
            }
          >
            {t(`missing.${missing}`)}
          </Note>
        )}
        {!route && !missing && <EmptyLine>{t('noSuchRoute')}</EmptyLine>}
      </div>
    </div>
  );
}
