import type { CreateRequestValidatorRequest, RequestValidator } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, hasApi } from '../access.ts';
import { badRequest, limitExceeded } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { RestApiParts } from '../parts.ts';
import { limits } from '../rules/limits.ts';

export function createRequestValidator(
  parts: RestApiParts,
): Operation<Given<CreateRequestValidatorRequest>, RequestValidator> {
  return (input, context) => {
    if (input.name === '') throw badRequest('Request Validator name cannot be blank');
    if (!hasApi(parts, context, input.restApiId)) throw badRequest('Invalid REST API identifier specified');
    return changeDraft(parts, context, input.restApiId, ({ validators }) => {
      if (Object.keys(validators).length >= limits.validators)
        throw limitExceeded(
          `Maximum number of request validators for this API has been reached: ${limits.validators}.`,
        );
      const validator = {
        id: newId(6),
        name: input.name,
        validateRequestBody: input.validateRequestBody ?? false,
        validateRequestParameters: input.validateRequestParameters ?? false,
      };
      validators[validator.id] = validator;
      return validator;
    });
  };
}
