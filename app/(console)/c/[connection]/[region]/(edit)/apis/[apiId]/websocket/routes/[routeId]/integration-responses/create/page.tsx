import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SocketIntegrationResponseForm } from '@/components/apis/websocket/routes/integration-response-form';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getSocketRouteBasis } from '@/lib/queries/socket-route';
import { SocketFormPage } from '../../../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketParts');
  return { title: t('integrationResponse.create') };
}

export default async function CreateIntegrationResponsePage(props: ApiPageProps<'routeId'>) {
  const { place, apiId, parts, refusedReason } = await openApiPage<'routeId'>(props);
  const [api, cli, basis, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    getCliOptions(place),
    getSocketRouteBasis(place, apiId, parts.routeId),
    getTranslator('socketParts'),
  ]);
  if (basis.ok && !basis.data) notFound();
  const route = basis.ok ? basis.data?.route : undefined;
  if (route && !route.integration) notFound();
  return (
    <SocketFormPage
      place={place}
      apiId={apiId}
      api={api}
      page="routes"
      title={t('integrationResponse.create')}
      {...(basis.ok ? {} : { failure: basis.error })}
    >
      {route?.integration && (
        <SocketIntegrationResponseForm
          place={place}
          apiId={apiId}
          routeKey={route.key}
          integrationId={route.integration.id}
          saved={undefined}
          cli={cli}
          cannotSaveReason={refusedReason}
        />
      )}
    </SocketFormPage>
  );
}
