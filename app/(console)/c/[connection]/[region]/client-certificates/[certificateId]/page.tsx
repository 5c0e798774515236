import type { Metadata } from 'next';
import { DeleteCertificate } from '@/components/apis/certificates/delete-certificate';
import { ThingPage } from '@/components/apis/thing-page';
import { CodeBlock } from '@/components/patterns/code-block';
import { DetailsSection } from '@/components/patterns/details-section';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { linesOfTags } from '@/lib/domain/tag-lines';
import { getTranslator } from '@/lib/i18n/server';
import { getClientCertificate } from '@/lib/queries/client-certificates';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { getShell } from '@/lib/queries/shell';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('clientCertificates');
  return { title: t('certificate') };
}

export default async function ClientCertificatePage(props: PlacePageProps<'certificateId'>) {
  const { place, parts, mayChange } = await openPlacePage(props);
  const id = parts.certificateId;
  const [found, shell, t, words, apis] = await Promise.all([
    getClientCertificate(place, id),
    getShell(place.connectionId),
    getTranslator('clientCertificates'),
    getTranslator('things'),
    getTranslator('apis'),
  ]);
  const crumbs = [{ label: t('title'), href: routes.clientCertificates(place) }];
  if (!found.ok) return <ThingPage place={place} crumbs={crumbs} title={id} failure={found.error} />;
  const { description, createdAt, expiresAt, isExpired, pem, tags } = found.data;
  const refusedReason = mayChange ? undefined : apis('roleNeeded');
  const connection = shell.connections.find((one) => one.id === place.connectionId);
  return (
    <ThingPage
      place={place}
      crumbs={crumbs}
      title={id}
      acts={
        <DeleteCertificate
          place={place}
          id={id}
          connectionName={connection?.name ?? place.connectionId}
          refusedReason={refusedReason}
        />
      }
    >
      <DetailsSection
        title={t('details')}
        editHref={routes.clientCertificates(place, id, 'edit')}
        editDisabledReason={refusedReason}
        items={[
          { label: words('id'), value: <CodeText text={id} copyLabel={words('copyId')} /> },
          { label: words('description'), value: description },
          {
            label: words('status'),
            value: (
              <Status look={isExpired ? 'danger' : 'success'}>{t(isExpired ? 'expired' : 'valid')}</Status>
            ),
          },
          { label: words('created'), value: createdAt && <RelativeTime at={createdAt} /> },
          { label: t('expires'), value: expiresAt && <RelativeTime at={expiresAt} />, hint: t('rotate') },
          { label: words('tags'), value: linesOfTags(tags).replaceAll('\n', ', '), wide: true },
        ]}
      />
      <Card title={t('pem')}>
        <CodeBlock text={pem} copyLabel={t('copyPem')} />
        <p className="mt-8 text-12 text-muted">{t('pemHint')}</p>
      </Card>
    </ThingPage>
  );
}
