import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { isProviderChanging, ProviderState } from '@/components/configuration/capacity/provider-state';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { LookAgain } from '@/components/patterns/look-again';
import { PageHeader } from '@/components/patterns/page-header';
import type { Column } from '@/components/patterns/resource-table/column';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { listProviders, type ProviderRow } from '@/lib/queries/capacity-providers';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { computeRoutes } from '@/lib/compute-routes';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('capacity');
  return { title: t('title') };
}

export default async function CapacityProvidersPage(props: PlacePageProps) {
  const { place, mayChange } = await openPlacePage(props);
  const [list, t] = await Promise.all([listProviders(place), getTranslator('capacity')]);
  const rows = list.ok ? list.data.rows : [];
  const hasNothing = list.ok && rows.length === 0;
  const create = (
    <ButtonLink
      variant="primary"
      href={computeRoutes.capacityProviders(place, 'create')}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={mayChange ? undefined : t('roleNeeded')}
      shortcut="create"
    >
      {t('create')}
    </ButtonLink>
  );
  const columns: readonly Column<ProviderRow>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: (row) => (
        <TextLink strong href={computeRoutes.capacityProviders(place, row.name)}>
          {row.name}
        </TextLink>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state }) => <ProviderState state={state} />,
    },
    {
      id: 'subnets',
      header: t('subnets'),
      cut: true,
      phone: 'hidden',
      cell: (row) => row.subnets.join(', '),
    },
    { id: 'architecture', header: t('architecture'), phone: 'hidden', cell: (row) => row.architecture },
    { id: 'maxVCpus', header: t('maxVCpus'), align: 'end', cell: (row) => row.values.maxVCpus || '–' },
    {
      id: 'lastModified',
      header: t('lastModified'),
      cell: (row) => (row.lastModified ? <RelativeTime at={row.lastModified} /> : '–'),
    },
  ];
  return (
    <>
      <LookAgain isChanging={rows.some(({ state }) => isProviderChanging(state))} />
      <PageHeader
        breadcrumbs={[{ label: t('lambda'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.ok ? rows.length : undefined}
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
      {rows.length > 0 && (
        <div className="flex max-w-list flex-col gap-12 pt-12">
          {list.ok && list.data.isCut && (
            <div className="px-inset">
              <Note tone="info">{t('isCut', { count: rows.length })}</Note>
            </div>
          )}
          <ResourceTable caption={t('title')} columns={columns} rows={rows} rowId={(row) => row.arn} />
        </div>
      )}
    </>
  );
}
