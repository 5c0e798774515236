import type { IntegrationResponse, UpdateIntegrationResponseRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findIntegrationOrThrow, findMemberOrThrow, missing } from '../access.ts';
import { patchIntegrationResponse } from '../rules/integrations.ts';
import type { RestApiParts } from '../parts.ts';

export function updateIntegrationResponse(
  parts: RestApiParts,
): Operation<Given<UpdateIntegrationResponseRequest>, IntegrationResponse> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        const { integrationResponses } = findIntegrationOrThrow(draft, input.resourceId, input.httpMethod);
        const response = findMemberOrThrow(
          integrationResponses,
          input.statusCode,
          'Invalid Response status code specified',
        );
        patchIntegrationResponse(response, input.patchOperations);
        return response;
      },
      missing.resource,
    );
  };
}
