import type { GetDeploymentRequest, GetDeploymentResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findPartOrThrow } from '../access.ts';
import { describeDeployment } from '../deployments.ts';
import type { HttpApiParts } from '../parts.ts';

export function getDeployment(
  parts: HttpApiParts,
): Operation<Given<GetDeploymentRequest>, GetDeploymentResponse> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return describeDeployment(findPartOrThrow(parts, input.ApiId, 'deployment', input.DeploymentId));
  };
}
