import type { UpdateDeploymentRequest, UpdateDeploymentResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import { describeDeployment } from '../deployments.ts';
import type { HttpApiParts } from '../parts.ts';

export function updateDeployment(
  parts: HttpApiParts,
): Operation<Given<UpdateDeploymentRequest>, UpdateDeploymentResponse> {
  return ({ ApiId, DeploymentId, Description }, context) => {
    findApiOrThrow(parts, context, ApiId);
    const work = () => {
      const before = findPartOrThrow(parts, ApiId, 'deployment', DeploymentId);
      const deployment = { ...before, Description: Description ?? before.Description };
      parts.repository.putPart(ApiId, 'deployment', DeploymentId, deployment);
      return deployment;
    };
    return describeDeployment(changeApi(parts, ApiId, work, { isDeployed: false }));
  };
}
