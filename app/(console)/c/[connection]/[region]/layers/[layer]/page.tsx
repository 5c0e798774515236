import type { Metadata } from 'next';
import { DeleteLayerVersion } from '@/components/layers/delete-layer-version';
import { layerColumns } from '@/components/layers/layer-columns';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { listLayerVersions } from '@/lib/queries/layers';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

type Props = PlacePageProps<'layer'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).layer) };
}

export default async function LayerPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'layer'>(props);
  const { layer } = parts;
  const [list, t] = await Promise.all([listLayerVersions(place, layer), getTranslator('layers')]);
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('lambda'), href: routes.functions(place) },
          { label: t('title'), href: routes.layers(place) },
          { label: layer },
        ]}
        title={layer}
        acts={
          <ButtonLink
            variant="primary"
            href={routes.createLayer(place, { layer })}
            disabledReason={refusedReason}
            shortcut="create"
          >
            {t('createVersion')}
          </ButtonLink>
        }
      />
      {!list.ok && (
        <div className="max-w-list p-inset">
          <Failure error={list.error} />
        </div>
      )}
      {list.ok && (
        <div className="flex max-w-list flex-col gap-12 pt-16">
          <h2 className="px-inset text-16">
            {t('versions')} <span className="font-regular text-muted">({list.data.rows.length})</span>
          </h2>
          {list.data.isCut && (
            <div className="px-inset">
              <Note tone="info">{t('isCut', { count: list.data.rows.length })}</Note>
            </div>
          )}
          <ResourceTable
            caption={t('versions')}
            columns={layerColumns(t, {
              id: 'version',
              header: t('version'),
              cell: ({ version }) => (
                <TextLink strong href={routes.layerVersion(place, layer, version)}>
                  {version}
                </TextLink>
              ),
            })}
            rows={list.data.rows}
            rowId={({ version }) => String(version)}
            rowActsHeader={t('actions')}
            rowActs={({ version }) => (
              <DeleteLayerVersion
                place={place}
                layer={layer}
                version={version}
                size="small"
                refusedReason={refusedReason}
              />
            )}
            empty={<EmptyLine>{t('noVersions')}</EmptyLine>}
          />
        </div>
      )}
    </>
  );
}
