import type { Method, PutMethodRequest } from '@aws-sdk/client-api-gateway';
import { own } from '../../../../shared/own.ts';
import type { Given, Operation } from '../../service.ts';
import { assertVerb, changeDraft, findResourceOrThrow, missing } from '../access.ts';
import { conflict } from '../errors.ts';
import type { StoredMethod } from '../records.ts';
import { assertMethod } from '../rules/methods.ts';
import { showMethod } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function putMethod(parts: RestApiParts): Operation<Given<PutMethodRequest>, Method> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        const { methods } = findResourceOrThrow(draft, input.resourceId);
        assertVerb(input.httpMethod);
        if (own(methods, input.httpMethod)) throw conflict('Method already exists for this resource');
        const { restApiId: _api, resourceId: _resource, ...given } = input;
        const method: StoredMethod = {
          ...given,
          // Recorded calls write it in small letters, too.
          authorizationType: input.authorizationType.toUpperCase(),
          apiKeyRequired: input.apiKeyRequired ?? false,
          methodResponses: {},
        };
        assertMethod(draft, method);
        methods[input.httpMethod] = method;
        return showMethod(method);
      },
      missing.resource,
    );
  };
}
