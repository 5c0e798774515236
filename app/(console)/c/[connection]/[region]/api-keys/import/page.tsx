import type { Metadata } from 'next';
import { ImportKeysForm } from '@/components/apis/keys/import-keys-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('apiKeys');
  return { title: t('import') };
}

export default async function ImportApiKeysPage(props: GatewayPageProps) {
  const { place, refusedReason } = await openGatewayPage(props);
  const [cli, t] = await Promise.all([getCliOptions(place), getTranslator('apiKeys')]);
  return (
    <ThingPage
      place={place}
      crumbs={[{ label: t('title'), href: routes.apiKeys(place) }]}
      title={t('import')}
      isForm
    >
      <ImportKeysForm place={place} cli={cli} cannotSaveReason={refusedReason} />
    </ThingPage>
  );
}
