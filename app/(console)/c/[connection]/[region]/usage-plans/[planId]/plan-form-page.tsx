import type { ReactNode } from 'react';
import { ThingPage } from '@/components/apis/thing-page';
import type { CliOptions } from '@/lib/domain/cli-command';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { getUsagePlan, type UsagePlanView } from '@/lib/queries/usage-plans';
import { routes, type Place } from '@/lib/routes';

export type PlanPageProps = PlacePageProps<'planId'>;
type Title = 'edit' | 'addStage' | 'addKey' | 'editMethods';

/** A form of one usage plan: what every one of them needs is read here. */
export async function PlanFormPage(
  props: PlanPageProps & {
    title: Title;
    form: (opened: {
      place: Place;
      plan: UsagePlanView;
      query: Readonly<Record<string, string | undefined>>;
      cli: CliOptions;
      cannotSaveReason: string | undefined;
    }) => Promise<ReactNode>;
  },
) {
  const { place, parts, query, mayChange } = await openPlacePage(props);
  const id = parts.planId;
  const [found, cli, t, apis] = await Promise.all([
    getUsagePlan(place, id),
    getCliOptions(place),
    getTranslator('usagePlans'),
    getTranslator('apis'),
  ]);
  const cannotSaveReason = mayChange ? undefined : apis('roleNeeded');
  return (
    <ThingPage
      place={place}
      crumbs={[
        { label: t('title'), href: routes.usagePlans(place) },
        { label: found.ok ? found.data.name || id : id, href: routes.usagePlans(place, id) },
      ]}
      title={t(props.title)}
      {...(found.ok ? {} : { failure: found.error })}
      isForm
    >
      {found.ok && (await props.form({ place, plan: found.data, query, cli, cannotSaveReason }))}
    </ThingPage>
  );
}
