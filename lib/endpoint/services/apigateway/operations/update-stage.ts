import type { Stage, UpdateStageRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { assertCanary, changeStage, findDeploymentOrThrow } from '../access.ts';
import { findCertificateOrThrow } from '../client-certificates.ts';
import { patchStage } from '../rules/stages.ts';
import { showStage } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function updateStage(parts: RestApiParts): Operation<Given<UpdateStageRequest>, Stage> {
  return (input, context) => {
    const { restApiId, stageName } = input;
    const stage = changeStage(parts, context, restApiId, stageName, (changed) => {
      patchStage(changed, input.patchOperations);
      findDeploymentOrThrow(parts, restApiId, changed.deploymentId);
      assertCanary(parts, restApiId, changed);
      if (changed.clientCertificateId) findCertificateOrThrow(parts, context, changed.clientCertificateId);
      changed.updatedMs = parts.clock.now();
      return changed;
    });
    // Another size or no cluster at all means a new cache, as on AWS.
    if (input.patchOperations?.some(({ path }) => path?.startsWith('/cacheCluster')))
      parts.flush(restApiId, stageName, 'data');
    return showStage(stage);
  };
}
