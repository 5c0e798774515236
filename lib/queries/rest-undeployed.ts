import 'server-only';
import type { RestResource } from '@/lib/domain/rest-api/method';
import { undeployedMethods } from '@/lib/domain/rest-api/undeployed';
import { getDeployedMethods, getRestStages } from '@/lib/queries/rest-stages';
import type { Place } from '@/lib/routes';

/** Marks for the tree: methods that the stage which changed last does not serve as they stand. */
export async function getUndeployedMethods(
  place: Place,
  apiId: string,
  resources: readonly RestResource[],
): Promise<ReadonlySet<string>> {
  const none: ReadonlySet<string> = new Set();
  const stages = await getRestStages(place, apiId);
  if (!stages.ok) return none;
  const [latest] = [...stages.data].sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''));
  if (!latest) return none;
  const id = latest.canary?.deploymentId || latest.deploymentId;
  const deployed = await getDeployedMethods(place, apiId, id);
  return deployed.ok ? undeployedMethods(resources, deployed.data) : none;
}
