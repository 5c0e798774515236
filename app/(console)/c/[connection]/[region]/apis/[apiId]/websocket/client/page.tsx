import type { Metadata } from 'next';
import { ConnectionsPanel } from '@/components/apis/websocket/client/connections-panel';
import { SocketClient } from '@/components/apis/websocket/client/socket-client';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { readHttpApi } from '@/lib/queries/api';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { listSocketRoutes, listSocketStages } from '@/lib/queries/websocket-api';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('apis');
  return { title: t('pages.client') };
}

/** The test client of a WebSocket API; `?stage=…` chooses the stage. */
export default async function ClientPage(props: ApiPageProps) {
  const { place, apiId, query, refusedReason } = await openApiPage(props);
  const [api, stages, found, t] = await Promise.all([
    readHttpApi(place, apiId),
    listSocketStages(place, apiId),
    listSocketRoutes(place, apiId),
    getTranslator('socketClient'),
  ]);
  if (!stages.ok) {
    return (
      <div className="p-inset">
        <Failure error={stages.error} title={t('notRead')} />
      </div>
    );
  }
  if (stages.data.length === 0) {
    return (
      <div className="p-inset">
        <Note
          tone="info"
          title={t('noStages')}
          act={
            <ButtonLink href={routes.webSocketApi(place, apiId, 'stages')} size="small">
              {t('stages')}
            </ButtonLink>
          }
        >
          {t('noStagesText')}
        </Note>
      </div>
    );
  }
  const chosen = {
    place,
    apiId,
    stages: stages.data,
    stage: stages.data.find((stage) => stage === query['stage']),
    refusedReason,
  };
  return (
    <>
      <SocketClient
        {...chosen}
        expression={(api.ok && api.data.RouteSelectionExpression) || '$request.body.action'}
        routeKeys={found.ok ? found.data.map(({ key }) => key) : []}
      />
      <ConnectionsPanel {...chosen} />
    </>
  );
}
