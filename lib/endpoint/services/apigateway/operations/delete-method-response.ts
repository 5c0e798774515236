import type { DeleteMethodResponseRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow, findMethodOrThrow, missing } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteMethodResponse(
  parts: RestApiParts,
): Operation<Given<DeleteMethodResponseRequest>, object> {
  return (input, context) => {
    changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        const { methodResponses } = findMethodOrThrow(draft, input.resourceId, input.httpMethod);
        findMemberOrThrow(methodResponses, input.statusCode, 'Invalid Response status code specified');
        delete methodResponses[input.statusCode];
      },
      missing.resource,
    );
    return {};
  };
}
