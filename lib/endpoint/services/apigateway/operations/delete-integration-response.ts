import type { DeleteIntegrationResponseRequest } from '@aws-sdk/client-api-gateway';
import { own } from '../../../../shared/own.ts';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findResourceOrThrow, findMemberOrThrow, missing } from '../access.ts';
import { notFound } from '../errors.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteIntegrationResponse(
  parts: RestApiParts,
): Operation<Given<DeleteIntegrationResponseRequest>, object> {
  return (input, context) => {
    changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        // Of an unknown method it is the integration that is missing [rec].
        const method = own(findResourceOrThrow(draft, input.resourceId).methods, input.httpMethod);
        if (!method?.methodIntegration) throw notFound('Invalid Integration identifier specified');
        const { integrationResponses } = method.methodIntegration;
        findMemberOrThrow(integrationResponses, input.statusCode, 'Invalid Response status code specified');
        delete integrationResponses[input.statusCode];
      },
      missing.resource,
    );
    return {};
  };
}
