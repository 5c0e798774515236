import type { CreateStageRequest, Stage } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { assertCanary, findApiOrThrow, findDeploymentOrThrow } from '../access.ts';
import { addStage } from '../deployments.ts';
import { conflict } from '../errors.ts';
import { assertTags } from '../rules/tags.ts';
import { showStage } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function createStage(parts: RestApiParts): Operation<Given<CreateStageRequest>, Stage> {
  return (input, context) => {
    const { restApiId, stageName, deploymentId, ...options } = input;
    assertTags(options.tags ?? {});
    const stage = parts.repository.transaction(() => {
      const api = findApiOrThrow(parts, context, restApiId);
      if (parts.repository.findStage(restApiId, stageName)) throw conflict('Stage already exists');
      findDeploymentOrThrow(parts, restApiId, deploymentId);
      assertCanary(parts, restApiId, options);
      return addStage(parts, api, stageName, deploymentId, options);
    });
    parts.changed(restApiId);
    return showStage(stage);
  };
}
