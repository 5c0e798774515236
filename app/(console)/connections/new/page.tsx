import type { Metadata } from 'next';
import { ConnectionForm } from '@/components/connections/connection-form';
import { PageHeader } from '@/components/patterns/page-header';
import { requirePageUser } from '@/lib/auth/guard';
import { awsRegions } from '@/lib/domain/aws-regions';
import { getTranslator } from '@/lib/i18n/server';
import { getConnectionChoices } from '@/lib/queries/connections';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('connections');
  return { title: t('newTitle') };
}

export default async function NewConnectionPage() {
  await requirePageUser('admin', routes.newConnection());
  const [{ sources }, t] = await Promise.all([getConnectionChoices(), getTranslator('connections')]);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Lambdeck', href: routes.home() },
          { label: t('title'), href: routes.connections() },
          { label: t('newTitle') },
        ]}
        title={t('newTitle')}
      />
      <ConnectionForm regions={awsRegions} sources={sources} hasSecret={false} />
    </>
  );
}
