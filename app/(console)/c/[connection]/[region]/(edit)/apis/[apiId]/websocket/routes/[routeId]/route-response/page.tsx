import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SocketRouteResponseForm } from '@/components/apis/websocket/routes/route-response-form';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getSocketRouteResponse } from '@/lib/queries/socket-responses';
import { getSocketRouteBasis } from '@/lib/queries/socket-route';
import { SocketFormPage } from '../../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketParts');
  return { title: t('routeResponse.editTitle') };
}

export default async function EditRouteResponsePage(props: ApiPageProps<'routeId'>) {
  const { place, apiId, parts, refusedReason } = await openApiPage<'routeId'>(props);
  const [api, cli, basis, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    getCliOptions(place),
    getSocketRouteBasis(place, apiId, parts.routeId),
    getTranslator('socketParts'),
  ]);
  if (basis.ok && !basis.data) notFound();
  const route = basis.ok ? basis.data?.route : undefined;
  const found = await getSocketRouteResponse(place, apiId, parts.routeId);
  if (found.ok && !found.data) notFound();
  const failure = basis.ok ? (found.ok ? undefined : found.error) : basis.error;
  return (
    <SocketFormPage
      place={place}
      apiId={apiId}
      api={api}
      page="routes"
      title={t('routeResponse.editTitle')}
      {...(failure && { failure })}
    >
      {route && found.ok && found.data && (
        <SocketRouteResponseForm
          place={place}
          apiId={apiId}
          routeId={parts.routeId}
          routeKey={route.key}
          saved={found.data}
          cli={cli}
          cannotSaveReason={refusedReason}
        />
      )}
    </SocketFormPage>
  );
}
