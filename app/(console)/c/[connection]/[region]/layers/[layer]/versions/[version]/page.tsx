import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { DeleteLayerVersion } from '@/components/layers/delete-layer-version';
import { LayerContentsCard } from '@/components/layers/layer-contents';
import { LayerPermissions } from '@/components/layers/layer-permissions';
import { LayerUsers } from '@/components/layers/layer-users';
import { DetailsSection } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { CodeText } from '@/components/ui/code-text';
import { DownloadLink } from '@/components/ui/download-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { apiRoutes } from '@/lib/api-routes';
import { getTranslator } from '@/lib/i18n/server';
import { listLayerUsers } from '@/lib/queries/function-layers';
import { getLayerContents, getLayerPolicy, getLayerVersion } from '@/lib/queries/layers';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';

type Props = PlacePageProps<'layer' | 'version'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { layer, version } = await params;
  return { title: `${decodeURIComponent(layer)}:${version}` };
}

export default async function LayerVersionPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'layer' | 'version'>(props);
  const { layer } = parts;
  const version = Number(parts.version);
  const [found, t] = await Promise.all([getLayerVersion(place, layer, version), getTranslator('layers')]);
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const header = {
    breadcrumbs: [
      { label: t('lambda'), href: routes.functions(place) },
      { label: t('title'), href: routes.layers(place) },
      { label: layer, href: routes.layer(place, layer) },
      { label: parts.version },
    ],
    title: layer,
    qualifier: <Chip mono>{parts.version}</Chip>,
  };
  if (!found.ok) {
    return (
      <>
        <PageHeader {...header} />
        <div className="max-w-list p-inset">
          <Failure error={found.error} />
        </div>
      </>
    );
  }
  const facts = found.data;
  const [contents, policy, users] = await Promise.all([
    getLayerContents(place, layer, version),
    getLayerPolicy(place, layer, version),
    listLayerUsers(place, facts.arn),
  ]);
  const list = (words: readonly string[]) => <code>{words.length === 0 ? t('any') : words.join(', ')}</code>;
  return (
    <>
      <PageHeader
        {...header}
        acts={
          <>
            <DownloadLink
              href={apiRoutes.layerContent(place, layer, version)}
              icon={<Download aria-hidden size={16} strokeWidth={1.75} />}
            >
              {t('download')}
            </DownloadLink>
            <DeleteLayerVersion
              place={place}
              layer={layer}
              version={version}
              leaves
              refusedReason={refusedReason}
            />
            <ButtonLink
              variant="primary"
              href={routes.createLayer(place, { layer })}
              disabledReason={refusedReason}
            >
              {t('createVersion')}
            </ButtonLink>
          </>
        }
      />
      <div className="flex max-w-list flex-col gap-16 px-inset py-16">
        <DetailsSection
          title={t('version')}
          items={[
            { label: t('description'), value: facts.description },
            { label: t('created'), value: facts.createdAt && <RelativeTime at={facts.createdAt} /> },
            { label: t('license'), value: facts.license },
            { label: t('runtimes'), value: list(facts.runtimes) },
            { label: t('architectures'), value: list(facts.architectures) },
            { label: t('size'), value: formatBytes(facts.codeBytes) },
            {
              label: t('arn'),
              value: <CodeText text={facts.arn} copyLabel={t('copyArn')} />,
              wide: true,
            },
            {
              label: t('sha'),
              value: facts.codeSha256 && <CodeText text={facts.codeSha256} copyLabel={t('copySha')} />,
              wide: true,
            },
          ]}
        />
        <LayerPermissions
          place={place}
          layer={layer}
          version={version}
          policy={policy}
          refusedReason={refusedReason}
        />
        <LayerUsers place={place} users={users} />
        <LayerContentsCard contents={contents} />
      </div>
    </>
  );
}
