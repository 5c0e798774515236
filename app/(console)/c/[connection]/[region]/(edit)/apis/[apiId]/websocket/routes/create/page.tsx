import type { Metadata } from 'next';
import { SocketRouteForm } from '@/components/apis/websocket/routes/route-form';
import { getTranslator } from '@/lib/i18n/server';
import { getApi, readHttpApi } from '@/lib/queries/api';
import { listFunctionChoices } from '@/lib/queries/functions';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { listSocketChoices, newSocketRouteBasis } from '@/lib/queries/socket-route';
import { SocketFormPage } from '../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketApi');
  return { title: t('create') };
}

/** `?key=…` names the route that is to be made. */
export default async function CreateSocketRoutePage(props: ApiPageProps) {
  const { place, apiId, query, refusedReason } = await openApiPage(props);
  const [api, whole, functions, choices, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    readHttpApi(place, apiId),
    listFunctionChoices(place),
    listSocketChoices(place, apiId),
    getTranslator('socketApi'),
  ]);
  return (
    <SocketFormPage place={place} apiId={apiId} api={api} page="routes" title={t('create')}>
      <SocketRouteForm
        place={place}
        apiId={apiId}
        start={newSocketRouteBasis(query['key'] ?? '')}
        expression={(whole.ok && whole.data.RouteSelectionExpression) || '$request.body.action'}
        functions={functions}
        authorizers={choices.ok ? choices.data.authorizers : []}
        models={choices.ok ? choices.data.models : []}
        cannotSaveReason={refusedReason}
      />
    </SocketFormPage>
  );
}
