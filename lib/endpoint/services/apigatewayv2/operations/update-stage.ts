import type { UpdateStageRequest, UpdateStageResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';
import { changedStage } from '../rules/stage.ts';
import { describeStage } from '../stage-view.ts';

export function updateStage(parts: HttpApiParts): Operation<Given<UpdateStageRequest>, UpdateStageResponse> {
  return ({ ApiId, StageName, ...input }, context) => {
    findApiOrThrow(parts, context, ApiId);
    const before = findPartOrThrow(parts, ApiId, 'stage', StageName);
    const work = () =>
      parts.repository.putPart(ApiId, 'stage', StageName, changedStage(parts, ApiId, before, input));
    // Turning it on deploys what there is; other settings of a stage are in force without a deployment.
    changeApi(parts, ApiId, work, { isDeployed: input.AutoDeploy === true && !before.AutoDeploy });
    return describeStage(findPartOrThrow(parts, ApiId, 'stage', StageName));
  };
}
