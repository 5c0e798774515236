import type { DeleteDeploymentRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import { badRequest } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteDeployment(parts: HttpApiParts): Operation<Given<DeleteDeploymentRequest>, object> {
  return ({ ApiId, DeploymentId }, context) => {
    findApiOrThrow(parts, context, ApiId);
    const work = () => {
      findPartOrThrow(parts, ApiId, 'deployment', DeploymentId);
      const stages = parts.repository.listParts(ApiId, 'stage');
      if (stages.some((stage) => stage.DeploymentId === DeploymentId))
        throw badRequest('Active stages pointing to this deployment must be moved or deleted');
      parts.repository.deletePart(ApiId, 'deployment', DeploymentId);
    };
    changeApi(parts, ApiId, work, { isDeployed: false });
    return {};
  };
}
