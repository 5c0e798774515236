import type { GetRequestValidatorsRequest, RequestValidators } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { RestApiParts } from '../parts.ts';

export function getRequestValidators(
  parts: RestApiParts,
): Operation<Given<GetRequestValidatorsRequest>, RequestValidators> {
  return (input, context) => {
    const { validators } = findApiOrThrow(parts, context, input.restApiId).draft;
    const sorted = Object.values(validators).sort((left, right) => (left.id < right.id ? -1 : 1));
    return pageOf(
      sorted,
      input,
      ({ id }) => id,
      (validator) => validator,
    );
  };
}
