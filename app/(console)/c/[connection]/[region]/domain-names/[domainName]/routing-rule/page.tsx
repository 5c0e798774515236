import type { Metadata } from 'next';
import { RuleForm } from '@/components/apis/domains/rule-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { getRoutingRuleBasis } from '@/lib/queries/routing-rules';
import { listStageChoices } from '@/lib/queries/stage-choices';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('routingRules');
  return { title: t('create') };
}

/** `of`: the id of the rule that is edited; without it a new one. */
export default async function RoutingRulePage(props: PlacePageProps<'domainName'>) {
  const { place, parts, query, mayChange } = await openPlacePage(props);
  const name = parts.domainName;
  const id = query['of'];
  const [basis, stages, t, domains, apis] = await Promise.all([
    id === undefined ? undefined : getRoutingRuleBasis(place, name, id),
    listStageChoices(place, ['REST']),
    getTranslator('routingRules'),
    getTranslator('domainNames'),
    getTranslator('apis'),
  ]);
  return (
    <ThingPage
      place={place}
      crumbs={[
        { label: domains('title'), href: routes.domainNames(place) },
        { label: name, href: routes.domainNames(place, name) },
      ]}
      title={t(id === undefined ? 'create' : 'edit')}
      {...(basis && !basis.ok ? { failure: basis.error } : {})}
      isForm
    >
      <RuleForm
        place={place}
        domainName={name}
        {...(basis?.ok && id !== undefined && { saved: { ...basis.data, id } })}
        stages={stages.map(({ apiId, apiName, stage }) => ({
          value: `${apiId}:${stage}`,
          label: `${apiName} · ${stage}`,
          detail: apiId,
        }))}
        cannotSaveReason={mayChange ? undefined : apis('roleNeeded')}
      />
    </ThingPage>
  );
}
