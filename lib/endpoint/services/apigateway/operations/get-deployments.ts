import type { Deployments, GetDeploymentsRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import { showDeployment } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getDeployments(parts: RestApiParts): Operation<Given<GetDeploymentsRequest>, Deployments> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.restApiId);
    return pageOf(
      parts.repository.listDeployments(input.restApiId),
      input,
      ({ id }) => id,
      (deployment) => showDeployment(deployment),
    );
  };
}
