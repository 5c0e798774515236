import type { Metadata } from 'next';
import { DomainForm } from '@/components/apis/domains/domain-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('domainNames');
  return { title: t('create') };
}

export default async function CreateDomainNamePage(props: GatewayPageProps) {
  const { place, refusedReason } = await openGatewayPage(props);
  const [cli, t] = await Promise.all([getCliOptions(place), getTranslator('domainNames')]);
  return (
    <ThingPage
      place={place}
      crumbs={[{ label: t('title'), href: routes.domainNames(place) }]}
      title={t('create')}
      isForm
    >
      <DomainForm place={place} cli={cli} cannotSaveReason={refusedReason} />
    </ThingPage>
  );
}
