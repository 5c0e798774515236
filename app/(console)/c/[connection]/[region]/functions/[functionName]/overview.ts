import { cookies } from 'next/headers';
import { relationActs } from '@/components/configuration/relation-acts';
import { overviewCookie, parseOverviewPreference } from '@/components/designer/overview-preference';
import { apiRoutes } from '@/lib/api-routes';
import { buildFunctionGraph } from '@/lib/domain/function-graph';
import { getTranslator } from '@/lib/i18n/server';
import type { FunctionPage } from '@/lib/queries/function';
import { getFunctionRelations } from '@/lib/queries/function-relations';
import { routes, withQuery, type Place } from '@/lib/routes';

/** What the overview shows of a function: its triggers and destinations, and what may be done with them. */
export async function getOverview(place: Place, facts: FunctionPage, canChange: boolean) {
  const [relations, jar, common, words] = await Promise.all([
    getFunctionRelations(place, facts.name, facts),
    cookies(),
    getTranslator('configuration'),
    getTranslator('designer'),
  ]);
  const { functionUrl } = relations;
  const download = withQuery(apiRoutes.functionCode(place, facts.name), { download: 'zip' });
  const graph = buildFunctionGraph(relations);
  const refusedReason = canChange ? undefined : common('roleNeeded');
  return {
    acts: relationActs(graph, {
      place,
      functionName: facts.name,
      refusedReason,
      words: { edit: words('edit'), open: words('open') },
    }),
    preference: parseOverviewPreference(jar.get(overviewCookie)?.value),
    model: {
      place,
      name: facts.name,
      arn: facts.arn,
      description: facts.description,
      detail: ['$LATEST', facts.runtime ?? facts.packageType, facts.architecture].join(' · '),
      layerArns: facts.layerArns,
      lastModified: facts.lastModified,
      functionUrl: functionUrl.status === 'known' ? functionUrl.value?.url : undefined,
      downloadHref: facts.packageType === 'Zip' ? download : undefined,
      graph,
      addTriggerHref: routes.addTrigger(place, facts.name),
      addDestinationHref: routes.editDestination(place, facts.name),
      cannotChangeReason: refusedReason,
    },
  };
}
