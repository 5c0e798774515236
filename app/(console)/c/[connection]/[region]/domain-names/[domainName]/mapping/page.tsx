import type { Metadata } from 'next';
import { MappingForm } from '@/components/apis/domains/mapping-form';
import { ThingPage } from '@/components/apis/thing-page';
import { hasApiMappings } from '@/lib/domain/domain-name';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getDomainName, listMappings } from '@/lib/queries/domain-names';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { listStageChoices } from '@/lib/queries/stage-choices';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('domainNames');
  return { title: t('addMapping') };
}

/** `of`: the path of the mapping that is edited, `(none)` for the one of all paths; without it a new one. */
export default async function MappingPage(props: PlacePageProps<'domainName'>) {
  const { place, parts, query, mayChange } = await openPlacePage(props);
  const name = parts.domainName;
  const [found, cli, t, apis] = await Promise.all([
    getDomainName(place, name),
    getCliOptions(place),
    getTranslator('domainNames'),
    getTranslator('apis'),
  ]);
  const of = query['of'];
  const shell = {
    place,
    crumbs: [
      { label: t('title'), href: routes.domainNames(place) },
      { label: name, href: routes.domainNames(place, name) },
    ],
    title: t(of === undefined ? 'addMapping' : 'editMapping'),
  };
  if (!found.ok) return <ThingPage {...shell} failure={found.error} />;
  const isEdge = !hasApiMappings(found.data);
  const [mappings, stages] = await Promise.all([
    listMappings(place, found.data),
    listStageChoices(place, isEdge ? ['REST'] : ['REST', 'HTTP', 'WEBSOCKET']),
  ]);
  if (!mappings.ok) return <ThingPage {...shell} failure={mappings.error} />;
  const path = of === '(none)' ? '' : of;
  return (
    <ThingPage {...shell} isForm>
      <MappingForm
        place={place}
        domainName={name}
        isEdge={isEdge}
        saved={path === undefined ? undefined : mappings.data.find((mapping) => mapping.path === path)}
        stages={stages.map(({ apiId, apiName, stage }) => ({
          value: `${apiId}:${stage}`,
          label: `${apiName} · ${stage}`,
          detail: apiId,
        }))}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : apis('roleNeeded')}
      />
    </ThingPage>
  );
}
