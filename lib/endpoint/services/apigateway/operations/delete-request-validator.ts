import type { DeleteRequestValidatorRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow, missing } from '../access.ts';
import { conflict } from '../errors.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteRequestValidator(
  parts: RestApiParts,
): Operation<Given<DeleteRequestValidatorRequest>, object> {
  return (input, context) => {
    changeDraft(
      parts,
      context,
      input.restApiId,
      ({ validators, resources }) => {
        findMemberOrThrow(validators, input.requestValidatorId, missing.validator);
        const methods = Object.values(resources).flatMap((resource) => Object.values(resource.methods));
        if (methods.some((method) => method.requestValidatorId === input.requestValidatorId))
          throw conflict('Request validator is still in use by a method; take it from there first.');
        delete validators[input.requestValidatorId];
      },
      missing.validator,
    );
    return {};
  };
}
