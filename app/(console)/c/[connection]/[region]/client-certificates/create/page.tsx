import type { Metadata } from 'next';
import { CertificateForm } from '@/components/apis/certificates/certificate-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('clientCertificates');
  return { title: t('generate') };
}

export default async function GenerateCertificatePage(props: GatewayPageProps) {
  const { place, refusedReason } = await openGatewayPage(props);
  const [cli, t] = await Promise.all([getCliOptions(place), getTranslator('clientCertificates')]);
  return (
    <ThingPage
      place={place}
      crumbs={[{ label: t('title'), href: routes.clientCertificates(place) }]}
      title={t('generate')}
      isForm
    >
      <CertificateForm place={place} cli={cli} cannotSaveReason={refusedReason} />
    </ThingPage>
  );
}
