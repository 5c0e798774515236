import type { Metadata } from 'next';

import { CorsForm } from '@/components/apis/http/forms/cors-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getHttpCors } from '@/lib/queries/http-cors';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('cors.edit') };
}

export default async function EditCorsPage(props: ApiPageProps) {
  const { place, apiId, cli, crumbs, refusedReason } = await openHttpForm(props);
  const [found, t] = await Promise.all([getHttpCors(place, apiId), getTranslator('httpPages')]);
  const shell = { place, crumbs, title: t('cors.edit') };
  if (!found.ok) return <ThingPage {...shell} failure={found.error} />;

  return (
    <ThingPage {...shell} isForm>
      <CorsForm place={place} apiId={apiId} saved={found.data} cli={cli} cannotSaveReason={refusedReason} />
    </ThingPage>
  );
}
