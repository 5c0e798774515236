import type { DeleteMethodRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMethodOrThrow, findResourceOrThrow, missing } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteMethod(parts: RestApiParts): Operation<Given<DeleteMethodRequest>, object> {
  return (input, context) => {
    changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        findMethodOrThrow(draft, input.resourceId, input.httpMethod);
        delete findResourceOrThrow(draft, input.resourceId).methods[input.httpMethod];
      },
      missing.resource,
    );
    return {};
  };
}
