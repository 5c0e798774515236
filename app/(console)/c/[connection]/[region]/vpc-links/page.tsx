import type { Metadata } from 'next';
import { leadsTo, LinkStatus } from '@/components/apis/links/link-words';
import { ThingListPage } from '@/components/apis/thing-list-page';
import { Note } from '@/components/ui/note';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { listVpcLinks } from '@/lib/queries/vpc-links';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('vpcLinks');
  return { title: t('title') };
}

export default async function VpcLinksPage(props: GatewayPageProps) {
  const { place, query, refusedReason } = await openGatewayPage(props);
  const [list, t, words] = await Promise.all([
    listVpcLinks(place),
    getTranslator('vpcLinks'),
    getTranslator('things'),
  ]);
  const missing = list.ok ? list.data.missing : [];
  return (
    <ThingListPage
      title={t('title')}
      place={place}
      list={list}
      empty={{ title: t('emptyTitle', { region: place.region }), text: t('emptyText') }}
      create={{ label: t('create'), href: routes.vpcLinks(place, 'create') }}
      refusedReason={refusedReason}
      notes={missing.map(({ version, error }) => (
        <div key={version} className="max-w-list px-inset pt-12">
          <Note tone="warning" title={t('missing', { version })}>
            {error.message}
          </Note>
        </div>
      ))}
      href={routes.vpcLinks(place)}
      query={query}
      textsOf={({ name, id, description }) => [name, id, description]}
      columns={[
        {
          id: 'name',
          header: words('name'),
          cell: ({ id, name }) => (
            <TextLink strong href={routes.vpcLinks(place, id)}>
              {name || id}
            </TextLink>
          ),
        },
        { id: 'id', header: words('id'), cell: ({ id }) => <code className="text-12">{id}</code> },
        { id: 'version', header: t('versionShort'), cell: ({ version }) => version },
        { id: 'status', header: words('status'), cell: (link) => <LinkStatus link={link} t={t} /> },
        {
          id: 'leadsTo',
          header: t('leadsTo'),
          muted: true,
          cut: true,
          hideUnder: 'desktop',
          phone: 'hidden',
          cell: (link) => leadsTo(link, t),
        },
      ]}
    />
  );
}
