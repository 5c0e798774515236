import 'server-only';
import { buildFunctionGraph } from '@/lib/domain/function-graph';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getFunctionRelations } from '@/lib/queries/function-relations';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { succeed } from '@/lib/shared/result';

/** How the pages of triggers and destinations begin: who looks, and what the function is tied to. */
export async function openRelations(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [found, t] = await Promise.all([
    getFunction(place, functionName, qualifier),
    getTranslator('configuration'),
  ]);
  const opened = { place, functionName, qualifier, refusedReason: mayChange ? undefined : t('roleNeeded') };
  if (!found.ok) return { ...opened, found };
  const relations = await getFunctionRelations(place, functionName, found.data, qualifier);
  return { ...opened, found: succeed({ relations, graph: buildFunctionGraph(relations) }) };
}
