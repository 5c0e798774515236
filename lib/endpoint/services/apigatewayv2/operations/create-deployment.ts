import type { CreateDeploymentRequest, CreateDeploymentResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import { deploy, describeDeployment } from '../deployments.ts';
import { badRequest, tooMany } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';
import { limits } from '../rules/limits.ts';

export function createDeployment(
  parts: HttpApiParts,
): Operation<Given<CreateDeploymentRequest>, CreateDeploymentResponse> {
  const { repository, clock } = parts;
  return ({ ApiId, StageName, Description }, context) => {
    findApiOrThrow(parts, context, ApiId);
    const work = () => {
      const stage = StageName === undefined ? undefined : findPartOrThrow(parts, ApiId, 'stage', StageName);
      if (stage?.AutoDeploy)
        throw badRequest('A stage with AutoDeploy takes no deployment by hand: turn AutoDeploy off first.');
      if (repository.listParts(ApiId, 'deployment').length >= limits.deployments)
        throw tooMany('Deployment', limits.deployments);
      const deployment = deploy(parts, ApiId, { description: Description });
      const { DeploymentId } = deployment;
      if (stage)
        repository.putPart(ApiId, 'stage', stage.StageName, {
          ...stage,
          DeploymentId,
          LastDeploymentStatusMessage: `Successfully deployed stage with deployment ID '${DeploymentId}'`,
          updatedMs: clock.now(),
        });
      return deployment;
    };
    return describeDeployment(changeApi(parts, ApiId, work, { isDeployed: false }));
  };
}
