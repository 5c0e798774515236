import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { layerColumns } from '@/components/layers/layer-columns';
import { Empty, EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { FindForm } from '@/components/patterns/find-form';
import { PageHeader } from '@/components/patterns/page-header';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { listLayers } from '@/lib/queries/layers';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('layers');
  return { title: t('title') };
}

export default async function LayersPage(props: PlacePageProps) {
  const { place, query, mayChange } = await openPlacePage(props);
  const [list, t] = await Promise.all([listLayers(place), getTranslator('layers')]);
  const all = list.ok ? list.data.rows : [];
  const sought = query['find']?.trim().toLowerCase() ?? '';
  const rows = all.filter((row) =>
    [row.layer, row.description, ...row.runtimes, ...row.architectures].some((words) =>
      words.toLowerCase().includes(sought),
    ),
  );
  const hasNothing = list.ok && all.length === 0;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.createLayer(place)}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={mayChange ? undefined : t('roleNeeded')}
      shortcut="create"
    >
      {t('create')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('lambda'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.ok ? all.length : undefined}
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
      {all.length > 0 && (
        <div className="flex max-w-list flex-col gap-12 pt-12">
          <div className="flex flex-col gap-12 px-inset">
            <FindForm
              href={routes.layers(place)}
              label={t('find')}
              text={query['find'] ?? ''}
              act={t('search')}
            />
            {list.ok && list.data.isCut && <Note tone="info">{t('isCut', { count: all.length })}</Note>}
          </div>
          <ResourceTable
            caption={t('title')}
            columns={layerColumns(t, {
              id: 'layer',
              header: t('name'),
              cell: (row) => (
                <TextLink strong href={routes.layer(place, row.layer)}>
                  {row.layer}
                </TextLink>
              ),
            })}
            rows={rows}
            rowId={(row) => row.layer}
            empty={
              <EmptyLine>
                {t('noMatches', { text: query['find'] ?? '' })}{' '}
                <TextLink href={routes.layers(place)}>{t('clear')}</TextLink>
              </EmptyLine>
            }
          />
        </div>
      )}
    </>
  );
}
