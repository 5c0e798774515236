import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SocketRouteForm } from '@/components/apis/websocket/routes/route-form';
import { getTranslator } from '@/lib/i18n/server';
import { getApi, readHttpApi } from '@/lib/queries/api';
import { listFunctionChoices } from '@/lib/queries/functions';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getSocketRouteBasis, listSocketChoices } from '@/lib/queries/socket-route';
import { SocketFormPage } from '../../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketApi');
  return { title: t('edit') };
}

export default async function EditSocketRoutePage(props: ApiPageProps<'routeId'>) {
  const { place, apiId, parts, refusedReason } = await openApiPage<'routeId'>(props);
  const [api, whole, basis, functions, choices, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    readHttpApi(place, apiId),
    getSocketRouteBasis(place, apiId, parts.routeId),
    listFunctionChoices(place),
    listSocketChoices(place, apiId),
    getTranslator('socketApi'),
  ]);
  if (basis.ok && !basis.data) notFound();
  const start = basis.ok ? basis.data : undefined;
  return (
    <SocketFormPage
      place={place}
      apiId={apiId}
      api={api}
      page="routes"
      title={t('edit')}
      {...(basis.ok ? {} : { failure: basis.error })}
    >
      {start && (
        <SocketRouteForm
          place={place}
          apiId={apiId}
          routeId={parts.routeId}
          start={{ values: start.values, revisionId: start.revisionId, readAt: start.readAt }}
          expression={(whole.ok && whole.data.RouteSelectionExpression) || '$request.body.action'}
          functions={functions}
          authorizers={choices.ok ? choices.data.authorizers : []}
          models={choices.ok ? choices.data.models : []}
          cannotSaveReason={refusedReason}
        />
      )}
    </SocketFormPage>
  );
}
