import type { RequestValidator, UpdateRequestValidatorRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow, missing } from '../access.ts';
import { badRequest } from '../errors.ts';
import { applyPatch, flag, text, type PatchRule } from '../patch.ts';
import type { StoredValidator } from '../records.ts';
import type { RestApiParts } from '../parts.ts';

const rules: readonly PatchRule<StoredValidator>[] = [
  text('name'),
  flag('validateRequestParameters'),
  flag('validateRequestBody'),
];

export function updateRequestValidator(
  parts: RestApiParts,
): Operation<Given<UpdateRequestValidatorRequest>, RequestValidator> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      ({ validators }) => {
        const validator = findMemberOrThrow(validators, input.requestValidatorId, missing.validator);
        applyPatch(validator, input.patchOperations, rules);
        if (!validator.name) throw badRequest('Request Validator name cannot be blank');
        return validator;
      },
      missing.validator,
    );
  };
}
