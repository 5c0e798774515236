import type { DeleteModelRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow, missing } from '../access.ts';
import { assertModelUnused } from '../rules/models.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteModel(parts: RestApiParts): Operation<Given<DeleteModelRequest>, object> {
  return (input, context) => {
    changeDraft(
      parts,
      context,
      input.restApiId,
      (draft) => {
        findMemberOrThrow(draft.models, input.modelName, missing.model(input.modelName));
        assertModelUnused(draft, input.modelName);
        delete draft.models[input.modelName];
      },
      missing.model(input.modelName),
    );
    return {};
  };
}
