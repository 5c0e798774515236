import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { ThingList } from '@/components/apis/thing-list';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
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
  const [list, t, words, apis] = await Promise.all([
    listApiKeys(place),
    getTranslator('apiKeys'),
    getTranslator('things'),
    getTranslator('apis'),
  ]);
  const keys = list.ok ? list.data.rows : [];
  const hasNothing = list.ok && keys.length === 0;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.apiKeys(place, 'create')}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={refusedReason}
      shortcut="create"
    >
      {t('create')}
    </ButtonLink>
  );
  const importing = (
    <ButtonLink href={routes.apiKeys(place, 'import')} disabledReason={refusedReason}>
      {t('import')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: apis('apiGateway'), href: routes.apis(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.ok ? keys.length : undefined}
        acts={
          !hasNothing && (
            <>
              {importing}
              {create}
            </>
          )
        }
      />
      {!list.ok && (
        <div className="max-w-list p-inset">
          <Failure error={list.error} />
        </div>
      )}
      {hasNothing && (
        <Empty
          title={t('emptyTitle', { region: place.region })}
          text={t('emptyText')}
          acts={
            <>
              {create}
              {importing}
            </>
          }
        />
      )}
      {keys.length > 0 && (
        <ThingList
          caption={t('title')}
          href={routes.apiKeys(place)}
          query={query}
          things={keys}
          isCut={list.ok && list.data.isCut}
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
      )}
    </>
  );
}
