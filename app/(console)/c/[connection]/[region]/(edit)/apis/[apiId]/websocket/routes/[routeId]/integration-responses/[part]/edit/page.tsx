import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SocketIntegrationResponseForm } from '@/components/apis/websocket/routes/integration-response-form';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { listSocketIntegrationResponses } from '@/lib/queries/socket-responses';
import { getSocketRouteBasis } from '@/lib/queries/socket-route';
import { SocketFormPage } from '../../../../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketParts');
  return { title: t('integrationResponse.editTitle') };
}

export default async function EditIntegrationResponsePage(props: ApiPageProps<'routeId' | 'part'>) {
  const { place, apiId, parts, refusedReason } = await openApiPage<'routeId' | 'part'>(props);
  const [api, cli, basis, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    getCliOptions(place),
    getSocketRouteBasis(place, apiId, parts.routeId),
    getTranslator('socketParts'),
  ]);
  if (basis.ok && !basis.data) notFound();
  const route = basis.ok ? basis.data?.route : undefined;
  const integrationId = route?.integration?.id;
  if (route && integrationId === undefined) notFound();
  const found =
    integrationId === undefined
      ? undefined
      : await listSocketIntegrationResponses(place, apiId, integrationId);
  const saved = found?.ok ? found.data.find(({ id }) => id === parts.part) : undefined;
  if (found?.ok && !saved) notFound();
  const failure = basis.ok ? (found?.ok === false ? found.error : undefined) : basis.error;
  return (
    <SocketFormPage
      place={place}
      apiId={apiId}
      api={api}
      page="routes"
      title={t('integrationResponse.editTitle')}
      {...(failure && { failure })}
    >
      {route && saved && integrationId !== undefined && (
        <SocketIntegrationResponseForm
          place={place}
          apiId={apiId}
          routeKey={route.key}
          integrationId={integrationId}
          saved={saved}
          cli={cli}
          cannotSaveReason={refusedReason}
        />
      )}
    </SocketFormPage>
  );
}
