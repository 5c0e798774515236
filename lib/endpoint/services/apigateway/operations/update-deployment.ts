import type { Deployment, UpdateDeploymentRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findDeploymentOrThrow } from '../access.ts';
import { applyPatch, text, type PatchRule } from '../patch.ts';
import type { DeploymentRecord } from '../records.ts';
import { showDeployment } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

const rules: readonly PatchRule<DeploymentRecord>[] = [text('description', { isRemovable: true })];

/** Only the description can change. */
export function updateDeployment(parts: RestApiParts): Operation<Given<UpdateDeploymentRequest>, Deployment> {
  return (input, context) => {
    return parts.repository.transaction(() => {
      findApiOrThrow(parts, context, input.restApiId);
      const deployment = findDeploymentOrThrow(parts, input.restApiId, input.deploymentId);
      applyPatch(deployment, input.patchOperations, rules);
      parts.repository.describeDeployment(input.restApiId, deployment.id, deployment.description);
      return showDeployment(deployment);
    });
  };
}
