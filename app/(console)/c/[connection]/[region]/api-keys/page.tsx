import type { Metadata } from 'next';
import { ThingListPage } from '@/components/apis/thing-list-page';
import { ButtonLink } from '@/components/ui/button-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { listApiKeys } from '@/lib/queries/api-keys';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('apiKeys');
  return { title: t('title') };
}

export default async function ApiKeysPage(props: GatewayPageProps) {
  const { place, query, refusedReason } = await openGatewayPage(props);
  const [list, t, words] = await Promise.all([
    listApiKeys(place),
    getTranslator('apiKeys'),
    getTranslator('things'),
  ]);
  const importing = (
    <ButtonLink href={routes.apiKeys(place, 'import')} disabledReason={refusedReason}>
      {t('import')}
    </ButtonLink>
  );
  return (
    <ThingListPage
      title={t('title')}
      place={place}
      list={list}
      empty={{ title: t('emptyTitle', { region: place.region }), text: t('emptyText') }}
      create={{ label: t('create'), href: routes.apiKeys(place, 'create') }}
      refusedReason={refusedReason}
      otherAct={importing}
      href={routes.apiKeys(place)}
      query={query}
      textsOf={({ name, id, description }) => [name, id, description]}
      columns={[
        {
          id: 'name',
          header: words('name'),
          cell: ({ id, name }) => (
            <TextLink strong href={routes.apiKeys(place, id)}>
              {name || id}
            </TextLink>
          ),
        },
        { id: 'id', header: words('id'), cell: ({ id }) => <code className="text-12">{id}</code> },
        {
          id: 'status',
          header: words('status'),
          cell: ({ isEnabled }) => (
            <Status look={isEnabled ? 'success' : 'paused'}>
              {words(isEnabled ? 'active' : 'inactive')}
            </Status>
          ),
        },
        {
          id: 'description',
          header: words('description'),
          muted: true,
          cut: true,
          phone: 'hidden',
          cell: ({ description }) => description,
        },
        {
          id: 'created',
          header: words('created'),
          muted: true,
          cell: ({ createdAt }) => (createdAt ? <RelativeTime at={createdAt} /> : '–'),
        },
      ]}
    />
  );
}
