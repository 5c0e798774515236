import type { Metadata } from 'next';
import { CertificateForm } from '@/components/apis/certificates/certificate-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getClientCertificateBasis } from '@/lib/queries/client-certificates';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('clientCertificates');
  return { title: t('edit') };
}

export default async function EditCertificatePage(props: PlacePageProps<'certificateId'>) {
  const { place, parts, mayChange } = await openPlacePage(props);
  const id = parts.certificateId;
  const [basis, cli, t, apis] = await Promise.all([
    getClientCertificateBasis(place, id),
    getCliOptions(place),
    getTranslator('clientCertificates'),
    getTranslator('apis'),
  ]);
  return (
    <ThingPage
      place={place}
      crumbs={[
        { label: t('title'), href: routes.clientCertificates(place) },
        { label: id, href: routes.clientCertificates(place, id) },
      ]}
      title={t('edit')}
      {...(basis.ok ? {} : { failure: basis.error })}
      isForm
    >
      {basis.ok && (
        <CertificateForm
          place={place}
          saved={{ ...basis.data, id }}
          cli={cli}
          cannotSaveReason={mayChange ? undefined : apis('roleNeeded')}
        />
      )}
    </ThingPage>
  );
}
