import 'server-only';
import type { HttpStage } from '@/lib/domain/http-api/stage';
import { isSameDefinition } from '@/lib/domain/http-api/undeployed';
import { exportHttpApi } from '@/lib/queries/export-http-api';
import type { Place } from '@/lib/routes';

/** Stages that are compared; each costs an export. */
const stagesMax = 5;

/**
 * Names of stages that serve something else than the API as it stands: what an export of the API says is compared with
 * what exports of its stages say. Stages that deploy by themselves, and endpoints that do not export, have none.
 */
export async function undeployedHttpStages(
  place: Place,
  apiId: string,
  stages: readonly HttpStage[],
): Promise<readonly string[]> {
  const asked = stages
    .filter(({ autoDeploy, deploymentId }) => !autoDeploy && deploymentId !== undefined)
    .slice(0, stagesMax);
  if (asked.length === 0) return [];
  const read = (stage: string | undefined) =>
    exportHttpApi(place, apiId, { format: 'JSON', stage, extensions: true });
  const latest = await read(undefined);
  if (!latest.ok) return [];
  const compared = await Promise.all(
    asked.map(async ({ name }) => {
      const deployed = await read(name);
      return deployed.ok && !isSameDefinition(latest.data, deployed.data) ? name : undefined;
    }),
  );
  return compared.filter((name) => name !== undefined);
}
