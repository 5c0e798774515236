import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { domainWords } from '@/components/apis/domains/domain-words';
import { ThingList } from '@/components/apis/thing-list';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
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
  const [list, t, words, apis] = await Promise.all([
    listDomainNames(place),
    getTranslator('domainNames'),
    getTranslator('things'),
    getTranslator('apis'),
  ]);
  const domains = list.ok ? list.data.rows : [];
  const hasNothing = list.ok && domains.length === 0;
  const { typeText, status } = domainWords(t);
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.domainNames(place, 'create')}
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
        count={list.ok ? domains.length : undefined}
        acts={!hasNothing && create}
      />
      {!list.ok && (
        <div className="max-w-list p-inset">
          <Failure error={list.error} />
        </div>
      )}
      {hasNothing && (
        <Empty title={t('emptyTitle', { region: place.region })} text={t('emptyText')} acts={create} />
      )}
      {domains.length > 0 && (
        <ThingList
          caption={t('title')}
          href={routes.domainNames(place)}
          query={query}
          things={domains}
          isCut={list.ok && list.data.isCut}
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
      )}
    </>
  );
}
