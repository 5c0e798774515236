import type { Metadata } from 'next';
import { PublishLayerForm } from '@/components/layers/publish-layer-form';
import { PageHeader } from '@/components/patterns/page-header';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { listLayerVersions } from '@/lib/queries/layers';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

export async function generateMetadata({ searchParams }: PlacePageProps): Promise<Metadata> {
  const [query, t] = await Promise.all([searchParams, getTranslator('layers')]);
  return { title: t(query['layer'] ? 'createVersion' : 'create') };
}

export default async function CreateLayerPage(props: PlacePageProps) {
  const { place, query, mayChange } = await openPlacePage(props);
  const layer = query['layer'];
  const [cli, t, versions] = await Promise.all([
    getCliOptions(place),
    getTranslator('layers'),
    layer === undefined ? undefined : listLayerVersions(place, layer),
  ]);
  const title = t(layer === undefined ? 'create' : 'createVersion');
  const newest = versions?.ok ? versions.data.rows[0] : undefined;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('lambda'), href: routes.functions(place) },
          { label: t('title'), href: routes.layers(place) },
          ...(layer === undefined ? [] : [{ label: layer, href: routes.layer(place, layer) }]),
          { label: title },
        ]}
        title={title}
      />
      <PublishLayerForm
        place={place}
        layer={layer}
        like={{
          description: newest?.description ?? '',
          runtimes: (newest?.runtimes ?? []).join('\n'),
          architectures: (newest?.architectures ?? []).join('\n'),
          license: newest?.license ?? '',
        }}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
      />
    </>
  );
}
