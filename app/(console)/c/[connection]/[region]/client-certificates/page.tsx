import type { Metadata } from 'next';
import { ThingListPage } from '@/components/apis/thing-list-page';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { listClientCertificates } from '@/lib/queries/client-certificates';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('clientCertificates');
  return { title: t('title') };
}

export default async function ClientCertificatesPage(props: GatewayPageProps) {
  const { place, query, refusedReason } = await openGatewayPage(props);
  const [list, t, words] = await Promise.all([
    listClientCertificates(place),
    getTranslator('clientCertificates'),
    getTranslator('things'),
  ]);
  return (
    <ThingListPage
      title={t('title')}
      place={place}
      list={list}
      empty={{ title: t('emptyTitle', { region: place.region }), text: t('emptyText') }}
      create={{ label: t('generate'), href: routes.clientCertificates(place, 'create') }}
      refusedReason={refusedReason}
      href={routes.clientCertificates(place)}
      query={query}
      textsOf={({ id, description }) => [id, description]}
      columns={[
        {
          id: 'id',
          header: words('id'),
          cell: ({ id }) => (
            <TextLink strong href={routes.clientCertificates(place, id)}>
              {id}
            </TextLink>
          ),
        },
        {
          id: 'description',
          header: words('description'),
          muted: true,
          cut: true,
          cell: ({ description }) => description,
        },
        {
          id: 'status',
          header: words('status'),
          cell: ({ isExpired }) => (
            <Status look={isExpired ? 'danger' : 'success'}>{t(isExpired ? 'expired' : 'valid')}</Status>
          ),
        },
        {
          id: 'created',
          header: words('created'),
          muted: true,
          phone: 'hidden',
          cell: ({ createdAt }) => (createdAt ? <RelativeTime at={createdAt} /> : '–'),
        },
        {
          id: 'expires',
          header: t('expires'),
          muted: true,
          cell: ({ expiresAt }) => (expiresAt ? <RelativeTime at={expiresAt} /> : '–'),
        },
      ]}
    />
  );
}
