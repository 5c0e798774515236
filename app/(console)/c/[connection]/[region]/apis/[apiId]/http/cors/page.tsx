import type { Metadata } from 'next';
import { ClearCors } from '@/components/apis/http/pages/remove-part';
import { DetailsSection } from '@/components/patterns/details-section';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getHttpCors } from '@/lib/queries/http-cors';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('cors.page') };
}

export default async function CorsPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, api, t] = await Promise.all([
    getHttpCors(place, apiId),
    getApi(place, apiId, 'HTTP'),
    getTranslator('httpPages'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const cors = found.data;
  const editHref = routes.httpApi(place, apiId, 'cors', 'edit');
  if (!cors) {
    return (
      <Empty
        title={t('cors.off')}
        text={t('cors.offText')}
        acts={
          <ButtonLink variant="primary" href={editHref} disabledReason={refusedReason} shortcut="edit">
            {t('cors.edit')}
          </ButtonLink>
        }
      />
    );
  }
  const list = (values: readonly string[]) => values.join(', ');
  return (
    <div className="px-inset py-16">
      <DetailsSection
        title={t('cors.title')}
        editHref={editHref}
        editDisabledReason={refusedReason}
        acts={
          <ClearCors
            place={place}
            apiId={apiId}
            apiName={api.ok ? api.data.name : apiId}
            refusedReason={refusedReason}
          />
        }
        items={[
          { label: t('cors.origins'), value: list(cors.origins) },
          { label: t('cors.methods'), value: list(cors.methods) },
          { label: t('cors.headers'), value: list(cors.headers) },
          { label: t('cors.exposed'), value: list(cors.exposed) },
          {
            label: t('cors.maxAge'),
            value: cors.maxAgeSeconds === undefined ? '' : `${cors.maxAgeSeconds} s`,
          },
          { label: t('cors.credentials'), value: t(cors.hasCredentials ? 'cors.yes' : 'cors.no') },
        ]}
      />
    </div>
  );
}
