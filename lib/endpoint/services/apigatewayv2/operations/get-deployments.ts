import type { GetDeploymentsRequest, GetDeploymentsResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { describeDeployment } from '../deployments.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';

export function getDeployments(
  parts: HttpApiParts,
): Operation<Given<GetDeploymentsRequest>, GetDeploymentsResponse> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return pageOf(
      parts.repository.listParts(input.ApiId, 'deployment'),
      input,
      ({ DeploymentId }) => DeploymentId,
      describeDeployment,
    );
  };
}
