import { DeploymentHistory } from '@/components/apis/rest/stages/deployment-history';
import { StageMethods } from '@/components/apis/rest/stages/stage-methods';
import {
  StageCanary,
  StageDetails,
  StageLogs,
  StageVariables,
} from '@/components/apis/rest/stages/stage-view';
import type { RestStage } from '@/lib/domain/rest-api/stage';
import { getApi } from '@/lib/queries/api';
import { getDeployedMethods, getRestDeployments } from '@/lib/queries/rest-stages';
import type { Place } from '@/lib/routes';

/** All that there is to know and to do about one stage. */
export async function StageContent(props: {
  target: { readonly place: Place; readonly apiId: string };
  stage: RestStage;
  stages: readonly RestStage[];
  refusedReason: string | undefined;
}) {
  const { target, stage, stages, refusedReason } = props;
  const { place, apiId } = target;
  const [api, deployments, methods] = await Promise.all([
    getApi(place, apiId, 'REST'),
    getRestDeployments(place, apiId),
    getDeployedMethods(place, apiId, stage.deploymentId),
  ]);
  const view = {
    target,
    stage,
    address: api.ok ? api.data.address : undefined,
    apiName: api.ok ? api.data.name : apiId,
    refusedReason,
  };
  return (
    <>
      <h2 className="text-16">{stage.name}</h2>
      <StageDetails {...view} />
      <StageLogs {...view} />
      <StageVariables {...view} />
      <StageCanary {...view} />
      <StageMethods {...view} methods={methods} />
      <DeploymentHistory {...view} deployments={deployments} stages={stages} />
    </>
  );
}
