import type { IntegrationResponse, PutIntegrationResponseRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findIntegrationOrThrow, missing } from '../access.ts';
import { assertIntegrationResponse } from '../rules/integrations.ts';
import type { RestApiParts } from '../parts.ts';

export function putIntegrationResponse(
  parts: RestApiParts,
): Operation<Given<PutIntegrationResponseRequest>, IntegrationResponse> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        const { integrationResponses } = findIntegrationOrThrow(draft, input.resourceId, input.httpMethod);
        const { restApiId: _api, resourceId: _resource, httpMethod: _verb, ...response } = input;
        assertIntegrationResponse(response);
        integrationResponses[input.statusCode] = response;
        return response;
      },
      missing.resource,
    );
  };
}
