import type { Metadata } from 'next';
import { domainWords } from '@/components/apis/domains/domain-words';
import { ThingListPage } from '@/components/apis/thing-list-page';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { listDomainNames } from '@/lib/queries/domain-names';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('domainNames');
  return { title: t('title') };
}

export default async function DomainNamesPage(props: GatewayPageProps) {
  const { place, query, refusedReason } = await openGatewayPage(props);
  const [list, t, words] = await Promise.all([
    listDomainNames(place),
    getTranslator('domainNames'),
    getTranslator('things'),
  ]);
  const { typeText, status } = domainWords(t);
  return (
    <ThingListPage
      title={t('title')}
      place={place}
      list={list}
      empty={{ title: t('emptyTitle', { region: place.region }), text: t('emptyText') }}
      create={{ label: t('create'), href: routes.domainNames(place, 'create') }}
      refusedReason={refusedReason}
      href={routes.domainNames(place)}
      query={query}
      textsOf={({ id, target }) => [id, target]}
      columns={[
        {
          id: 'name',
          header: t('name'),
          cell: ({ id }) => (
            <TextLink strong href={routes.domainNames(place, id)}>
              {id}
            </TextLink>
          ),
        },
        { id: 'endpointType', header: t('endpointType'), phone: 'hidden', cell: typeText },
        { id: 'status', header: words('status'), cell: status },
        {
          id: 'target',
          header: t('target'),
          muted: true,
          cut: true,
          hideUnder: 'desktop',
          phone: 'hidden',
          cell: ({ target }) => target,
        },
      ]}
    />
  );
}
