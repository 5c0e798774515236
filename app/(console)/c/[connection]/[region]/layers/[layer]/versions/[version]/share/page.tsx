import type { Metadata } from 'next';
import { ShareLayerForm } from '@/components/layers/share-layer-form';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getLayerPolicy } from '@/lib/queries/layers';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

type Props = PlacePageProps<'layer' | 'version'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('layers');
  return { title: t('share.add') };
}

export default async function ShareLayerPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'layer' | 'version'>(props);
  const { layer } = parts;
  const version = Number(parts.version);
  const [policy, cli, t] = await Promise.all([
    getLayerPolicy(place, layer, version),
    getCliOptions(place),
    getTranslator('layers'),
  ]);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('title'), href: routes.layers(place) },
          { label: `${layer}:${parts.version}`, href: routes.layerVersion(place, layer, version) },
          { label: t('share.add') },
        ]}
        title={t('share.add')}
      />
      {policy.ok ? (
        <ShareLayerForm
          place={place}
          layer={layer}
          version={version}
          revisionId={policy.data?.revisionId}
          cli={cli}
          cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
        />
      ) : (
        <div className="max-w-list p-inset">
          <Failure error={policy.error} />
        </div>
      )}
    </>
  );
}
