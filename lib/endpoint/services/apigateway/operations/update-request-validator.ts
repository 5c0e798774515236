import type { RequestValidator, UpdateRequestValidatorRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow } from '../access.ts';
import { applyPatch, flag, text, type PatchRule } from '../patch.ts';
import type { StoredValidator } from '../records.ts';
import type { RestApiParts } from '../parts.ts';

const rules: readonly PatchRule<StoredValidator>[] = [
  text('name'),
  flag('validateRequestBody'),
  flag('validateRequestParameters'),
];

export function updateRequestValidator(
  parts: RestApiParts,
): Operation<Given<UpdateRequestValidatorRequest>, RequestValidator> {
  return (input, context) => {
    return changeDraft(parts, context, input.restApiId, ({ validators }) => {
      const validator = findMemberOrThrow(
        validators,
        input.requestValidatorId,
        'Invalid Request Validator identifier specified',
      );
      applyPatch(validator, input.patchOperations, rules);
      return validator;
    });
  };
}
