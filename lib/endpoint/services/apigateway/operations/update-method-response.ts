import type { MethodResponse, UpdateMethodResponseRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow, findMethodOrThrow, missing } from '../access.ts';
import { patchMethodResponse } from '../rules/methods.ts';
import type { RestApiParts } from '../parts.ts';

export function updateMethodResponse(
  parts: RestApiParts,
): Operation<Given<UpdateMethodResponseRequest>, MethodResponse> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        const { methodResponses } = findMethodOrThrow(draft, input.resourceId, input.httpMethod);
        const response = findMemberOrThrow(
          methodResponses,
          input.statusCode,
          'Invalid Response status code specified',
        );
        patchMethodResponse(draft, response, input.patchOperations);
        return response;
      },
      missing.resource,
    );
  };
}
