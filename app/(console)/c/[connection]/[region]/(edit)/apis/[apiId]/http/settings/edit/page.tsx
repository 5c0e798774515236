import type { Metadata } from 'next';

import { SettingsForm } from '@/components/apis/http/forms/settings-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('settings.edit') };
}

export default async function EditSettingsPage(props: ApiPageProps) {
  const { place, apiId, cli, crumbs, refusedReason } = await openHttpForm(props);
  const [found, t] = await Promise.all([getApi(place, apiId, 'HTTP'), getTranslator('httpPages')]);
  const shell = { place, crumbs, title: t('settings.edit') };
  if (!found.ok) return <ThingPage {...shell} failure={found.error} />;

  return (
    <ThingPage {...shell} isForm>
      <SettingsForm place={place} saved={found.data} cli={cli} cannotSaveReason={refusedReason} />
    </ThingPage>
  );
}
