import type { Metadata } from 'next';
import { ApiTags } from '@/components/apis/api-tags';
import { PartPage } from '@/components/apis/rest/part-page';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getSocketSettings } from '@/lib/queries/socket-parts';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('settings.title') };
}

/** What is set for the whole of a WebSocket API. */
export default async function SocketSettingsPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, api, t, own, yes] = await Promise.all([
    getSocketSettings(place, apiId),
    getApi(place, apiId, 'WEBSOCKET'),
    getTranslator('httpPages'),
    getTranslator('socketParts'),
    getTranslator('socketApi'),
  ]);
  if (!found.ok) return <PartPage failure={found.error} />;
  if (!api.ok) return <PartPage failure={api.error} />;
  const settings = found.data;
  return (
    <PartPage>
      <DetailsSection
        title={t('settings.details')}
        editHref={routes.webSocketApi(place, apiId, 'settings', 'edit')}
        editDisabledReason={refusedReason}
        items={[
          { label: t('settings.name'), value: settings.name },
          { label: t('settings.version'), value: settings.version },
          { label: t('settings.ipAddressType'), value: settings.ipAddressType },
          {
            label: own('settings.routeSelection'),
            value: <CodeText text={settings.routeSelection} />,
            hint: own('settings.redeploy'),
          },
          {
            label: own('settings.apiKeySelection'),
            value: settings.apiKeySelection && <CodeText text={settings.apiKeySelection} />,
          },
          {
            label: own('settings.schemaUnchecked'),
            value: yes(settings.isSchemaUnchecked ? 'yes' : 'no'),
          },
          {
            label: t('settings.endpoint'),
            value: api.data.address && <CodeText text={api.data.address} />,
            hint: t(settings.isAddressOff ? 'settings.disabled' : 'settings.enabled'),
            wide: true,
          },
          { label: t('settings.description'), value: settings.description, wide: true },
          {
            label: t('settings.tags'),
            wide: true,
            value: (
              <ApiTags
                tags={api.data.tags}
                href={routes.apiTags(place, apiId)}
                name={settings.name}
                refusedReason={refusedReason}
              />
            ),
          },
          {
            label: t('settings.created'),
            value: api.data.createdAt && <RelativeTime at={api.data.createdAt} />,
          },
        ]}
      />
    </PartPage>
  );
}
