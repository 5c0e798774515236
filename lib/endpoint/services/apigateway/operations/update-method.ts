import type { Method, UpdateMethodRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMethodOrThrow, missing } from '../access.ts';
import { patchMethod } from '../rules/methods.ts';
import { showMethod } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function updateMethod(parts: RestApiParts): Operation<Given<UpdateMethodRequest>, Method> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        const method = findMethodOrThrow(draft, input.resourceId, input.httpMethod);
        patchMethod(draft, method, input.patchOperations);
        return showMethod(method);
      },
      missing.resource,
    );
  };
}
