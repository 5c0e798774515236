import 'server-only';
import type { RestResource } from '@/lib/domain/rest-api/method';
import { undeployedMethods } from '@/lib/domain/rest-api/undeployed';
import { getDeployedMethods, getRestStages } from '@/lib/queries/rest-stages';
import type { Place } from '@/lib/routes';

/** The stage that changed last, and the methods that it does not serve as they stand. */
async function latestStage(place: Place, apiId: string, resources: readonly RestResource[]) {
  const stages = await getRestStages(place, apiId);
  if (!stages.ok) return undefined;
  const [latest] = [...stages.data].sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''));
  if (!latest) return undefined;
  const id = latest.canary?.deploymentId || latest.deploymentId;
  const deployed = await getDeployedMethods(place, apiId, id);
  return deployed.ok
    ? { name: latest.name, methods: undeployedMethods(resources, deployed.data) }
    : undefined;
}

/** Marks for the tree: methods that the stage which changed last does not serve as they stand. */
export async function getUndeployedMethods(
  place: Place,
  apiId: string,
  resources: readonly RestResource[],
): Promise<ReadonlySet<string>> {
  return (await latestStage(place, apiId, resources))?.methods ?? new Set();
}

/** The name of the stage that changed last, when methods of the API are not on it as they stand. */
export async function undeployedRestStages(
  place: Place,
  apiId: string,
  resources: readonly RestResource[],
): Promise<readonly string[]> {
  const latest = await latestStage(place, apiId, resources);
  return latest && latest.methods.size > 0 ? [latest.name] : [];
}
