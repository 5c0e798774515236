import type { Metadata } from 'next';
import { DeletePlan } from '@/components/apis/plans/plan-acts';
import { PlanKeys } from '@/components/apis/plans/plan-keys';
import { PlanStages } from '@/components/apis/plans/plan-stages';
import { planWords } from '@/components/apis/plans/plan-words';
import { ThingPage } from '@/components/apis/thing-page';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { getTranslator } from '@/lib/i18n/server';
import { listApiChoices } from '@/lib/queries/apis';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { getShell } from '@/lib/queries/shell';
import { getUsage, getUsagePlan, listPlanKeys } from '@/lib/queries/usage-plans';
import { routes } from '@/lib/routes';

const usageDays = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('usagePlans');
  return { title: t('plan') };
}

export default async function UsagePlanPage(props: PlacePageProps<'planId'>) {
  const { place, parts, mayChange } = await openPlacePage(props);
  const id = parts.planId;
  const [found, keys, named, shell, t, words, apis] = await Promise.all([
    getUsagePlan(place, id),
    listPlanKeys(place, id),
    listApiChoices(place),
    getShell(place.connectionId),
    getTranslator('usagePlans'),
    getTranslator('things'),
    getTranslator('apis'),
  ]);
  const crumbs = [{ label: t('title'), href: routes.usagePlans(place) }];
  if (!found.ok) return <ThingPage place={place} crumbs={crumbs} title={id} failure={found.error} />;
  const plan = found.data;
  const usage = await getUsage(place, id, usageDays, plan.quota !== undefined);
  const refusedReason = mayChange ? undefined : apis('roleNeeded');
  const { throttleText, quotaText } = planWords(t);
  const connection = shell.connections.find((one) => one.id === place.connectionId);
  return (
    <ThingPage
      place={place}
      crumbs={crumbs}
      title={plan.name || id}
      acts={
        <DeletePlan
          place={place}
          planId={id}
          name={plan.name || id}
          connectionName={connection?.name ?? place.connectionId}
          refusedReason={refusedReason}
        />
      }
    >
      <DetailsSection
        title={t('details')}
        editHref={routes.usagePlans(place, id, 'edit')}
        editDisabledReason={refusedReason}
        items={[
          { label: words('id'), value: <CodeText text={id} copyLabel={words('copyId')} /> },
          { label: t('throttle'), value: throttleText(plan) },
          { label: t('quota'), value: quotaText(plan) },
          { label: words('description'), value: plan.description },
          {
            label: words('tags'),
            value: Object.entries(plan.tags)
              .map(([name, value]) => `${name}=${value}`)
              .join(', '),
          },
        ]}
      />
      <PlanStages
        place={place}
        plan={plan}
        apiNames={new Map(named.map((api) => [api.id, api.name]))}
        refusedReason={refusedReason}
      />
      <PlanKeys place={place} plan={plan} keys={keys} usage={usage} refusedReason={refusedReason} />
    </ThingPage>
  );
}
