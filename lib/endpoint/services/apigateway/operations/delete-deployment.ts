import type { DeleteDeploymentRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findDeploymentOrThrow } from '../access.ts';
import { badRequest } from '../errors.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteDeployment(parts: RestApiParts): Operation<Given<DeleteDeploymentRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      findApiOrThrow(parts, context, input.restApiId);
      const { id } = findDeploymentOrThrow(parts, input.restApiId, input.deploymentId);
      const isActive = parts.repository
        .listStages(input.restApiId)
        .some((stage) => stage.deploymentId === id || stage.canarySettings?.deploymentId === id);
      if (isActive) throw badRequest('Active stages pointing to this deployment must be moved or deleted');
      parts.repository.removeDeployment(input.restApiId, id);
    });
    return {};
  };
}
