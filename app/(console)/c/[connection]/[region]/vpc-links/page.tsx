import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { leadsTo, LinkStatus } from '@/components/apis/links/link-words';
import { ThingList } from '@/components/apis/thing-list';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
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
  const [list, t, words, apis] = await Promise.all([
    listVpcLinks(place),
    getTranslator('vpcLinks'),
    getTranslator('things'),
    getTranslator('apis'),
  ]);
  const links = list.ok ? list.data.rows : [];
  const missing = list.ok ? list.data.missing : [];
  const hasNothing = list.ok && links.length === 0;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.vpcLinks(place, 'create')}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={refusedReason}
      shortcut="create"
    >
      {t('create')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: apis('apiGateway'), href: routes.apis(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.ok ? links.length : undefined}
        acts={!hasNothing && create}
      />
      {!list.ok && (
        <div className="max-w-list p-inset">
          <Failure error={list.error} />
        </div>
      )}
      {missing.map(({ version, error }) => (
        <div key={version} className="max-w-list px-inset pt-12">
          <Note tone="warning" title={t('missing', { version })}>
            {error.message}
          </Note>
        </div>
      ))}
      {hasNothing && (
        <Empty title={t('emptyTitle', { region: place.region })} text={t('emptyText')} acts={create} />
      )}
      {links.length > 0 && (
        <ThingList
          caption={t('title')}
          href={routes.vpcLinks(place)}
          query={query}
          things={links}
          isCut={list.ok && list.data.isCut}
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
      )}
    </>
  );
}
