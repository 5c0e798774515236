import type { Deployment, GetDeploymentRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findDeploymentOrThrow } from '../access.ts';
import { showDeployment, summarise } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getDeployment(parts: RestApiParts): Operation<Given<GetDeploymentRequest>, Deployment> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.restApiId);
    const deployment = findDeploymentOrThrow(parts, input.restApiId, input.deploymentId);
    const hasSummary = input.embed?.some((part) => part.toLowerCase() === 'apisummary') === true;
    return showDeployment(deployment, hasSummary ? summarise(deployment) : undefined);
  };
}
