import type { CreateDeploymentRequest, Deployment } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { deploy, deployToStage } from '../deployments.ts';
import { showDeployment } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function createDeployment(parts: RestApiParts): Operation<Given<CreateDeploymentRequest>, Deployment> {
  return (input, context) => {
    const deployment = parts.repository.transaction(() => {
      const api = findApiOrThrow(parts, context, input.restApiId);
      const made = deploy(parts, api, input.description);
      deployToStage(parts, api, made, input);
      return made;
    });
    parts.changed(input.restApiId);
    return showDeployment(deployment);
  };
}
