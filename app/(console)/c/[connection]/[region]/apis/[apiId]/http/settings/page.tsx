import type { Metadata } from 'next';
import { ApiTags } from '@/components/apis/api-tags';
import { DetailsSection } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('settings.title') };
}

export default async function SettingsPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, t] = await Promise.all([getApi(place, apiId, 'HTTP'), getTranslator('httpPages')]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const api = found.data;
  return (
    <div className="px-inset py-16">
      <DetailsSection
        title={t('settings.details')}
        editHref={routes.httpApi(place, apiId, 'settings', 'edit')}
        editDisabledReason={refusedReason}
        items={[
          { label: t('settings.name'), value: api.name },
          { label: t('settings.version'), value: api.version },
          { label: t('settings.ipAddressType'), value: api.ipAddressType },
          {
            label: t('settings.endpoint'),
            value: api.address && <CodeText text={api.address} />,
            hint: t(api.isAddressOff ? 'settings.disabled' : 'settings.enabled'),
            wide: true,
          },
          { label: t('settings.description'), value: api.description, wide: true },
          { label: t('settings.created'), value: api.createdAt && <RelativeTime at={api.createdAt} /> },
          {
            label: t('settings.tags'),
            wide: true,
            value: (
              <ApiTags
                tags={api.tags}
                href={routes.apiTags(place, apiId)}
                name={api.name}
                refusedReason={refusedReason}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
