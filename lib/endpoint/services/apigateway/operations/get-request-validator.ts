import type { GetRequestValidatorRequest, RequestValidator } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMemberOrThrow, missing } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function getRequestValidator(
  parts: RestApiParts,
): Operation<Given<GetRequestValidatorRequest>, RequestValidator> {
  return (input, context) => {
    const { validators } = findApiOrThrow(parts, context, input.restApiId, missing.validator).draft;
    return findMemberOrThrow(validators, input.requestValidatorId, missing.validator);
  };
}
