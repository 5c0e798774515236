import type { DeleteIntegrationRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findIntegrationOrThrow, findMethodOrThrow, missing } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteIntegration(parts: RestApiParts): Operation<Given<DeleteIntegrationRequest>, object> {
  return (input, context) => {
    changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        findIntegrationOrThrow(draft, input.resourceId, input.httpMethod);
        findMethodOrThrow(draft, input.resourceId, input.httpMethod).methodIntegration = undefined;
      },
      missing.resource,
    );
    return {};
  };
}
