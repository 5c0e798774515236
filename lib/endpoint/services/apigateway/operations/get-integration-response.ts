import type { GetIntegrationResponseRequest, IntegrationResponse } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findIntegrationOrThrow, findMemberOrThrow, missing } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function getIntegrationResponse(
  parts: RestApiParts,
): Operation<Given<GetIntegrationResponseRequest>, IntegrationResponse> {
  return (input, context) => {
    const { draft } = findApiOrThrow(parts, context, input.restApiId, missing.resource);
    const { integrationResponses } = findIntegrationOrThrow(draft, input.resourceId, input.httpMethod);
    return findMemberOrThrow(
      integrationResponses,
      input.statusCode,
      'Invalid Response status code specified',
    );
  };
}
