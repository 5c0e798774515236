import type { GetIntegrationRequest, Integration } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findIntegrationOrThrow, missing } from '../access.ts';
import { showIntegration } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getIntegration(parts: RestApiParts): Operation<Given<GetIntegrationRequest>, Integration> {
  return (input, context) => {
    const { draft } = findApiOrThrow(parts, context, input.restApiId, missing.resource);
    return showIntegration(findIntegrationOrThrow(draft, input.resourceId, input.httpMethod));
  };
}
