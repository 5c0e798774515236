import type { MethodResponse, PutMethodResponseRequest } from '@aws-sdk/client-api-gateway';
import { own } from '../../../../shared/own.ts';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMethodOrThrow, missing } from '../access.ts';
import { conflict } from '../errors.ts';
import { assertMethodResponse } from '../rules/methods.ts';
import type { RestApiParts } from '../parts.ts';

export function putMethodResponse(
  parts: RestApiParts,
): Operation<Given<PutMethodResponseRequest>, MethodResponse> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        const { methodResponses } = findMethodOrThrow(draft, input.resourceId, input.httpMethod);
        if (own(methodResponses, input.statusCode))
          throw conflict('Response already exists for this resource');
        const { statusCode, responseParameters, responseModels } = input;
        const response: MethodResponse = { statusCode, responseParameters, responseModels };
        assertMethodResponse(draft, response);
        methodResponses[statusCode] = response;
        return response;
      },
      missing.resource,
    );
  };
}
