import type { Metadata } from 'next';
import { ApiTags } from '@/components/apis/api-tags';
import { partFormHref } from '@/components/apis/rest/part-hrefs';
import { PartPage } from '@/components/apis/rest/part-page';
import { DetailsSection } from '@/components/patterns/details-section';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getRestSettings } from '@/lib/queries/rest-settings';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('settings.title') };
}

export default async function RestSettingsPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, api, t] = await Promise.all([
    getRestSettings(place, apiId),
    getApi(place, apiId, 'REST'),
    getTranslator('restParts'),
  ]);
  if (!found.ok) return <PartPage failure={found.error} />;
  const { data } = found;
  return (
    <PartPage>
      <DetailsSection
        title={t('settings.title')}
        editHref={partFormHref({ place, apiId }, 'settings')}
        editDisabledReason={refusedReason}
        items={[
          { label: t('settings.name'), value: data.name },
          { label: t('description'), value: data.description },
          { label: t('settings.endpointType'), value: t(`settings.types.${data.endpointType}`) },
          { label: t('settings.ip'), value: data.ipAddressType },
          { label: t('settings.vpcEndpoints'), value: data.vpcEndpointIds.join(', ') },
          { label: t('settings.keySource'), value: data.apiKeySource },
          {
            label: t('settings.address'),
            value: t(data.isAddressOff ? 'settings.inactive' : 'settings.active'),
          },
          { label: t('settings.binary'), value: data.binaryMediaTypes.join(', ') },
          {
            label: t('settings.compression'),
            value: data.compression === '' ? t('settings.off') : `${data.compression} ${t('settings.bytes')}`,
          },
          {
            label: t('settings.tags'),
            wide: true,
            value: api.ok && (
              <ApiTags
                tags={api.data.tags}
                href={routes.apiTags(place, apiId)}
                name={data.name}
                refusedReason={refusedReason}
              />
            ),
          },
        ]}
      />
    </PartPage>
  );
}
