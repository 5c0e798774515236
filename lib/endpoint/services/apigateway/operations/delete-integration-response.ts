import type { DeleteIntegrationResponseRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findIntegrationOrThrow, findMemberOrThrow } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteIntegrationResponse(
  parts: RestApiParts,
): Operation<Given<DeleteIntegrationResponseRequest>, object> {
  return (input, context) => {
    changeDraft(parts, context, input.restApiId, (draft) => {
      const { integrationResponses } = findIntegrationOrThrow(draft, input.resourceId, input.httpMethod);
      findMemberOrThrow(integrationResponses, input.statusCode, 'Invalid Response status code specified');
      delete integrationResponses[input.statusCode];
    });
    return {};
  };
}
