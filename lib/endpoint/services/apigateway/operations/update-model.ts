import type { Model, UpdateModelRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow, missing } from '../access.ts';
import { patchModel } from '../rules/models.ts';
import type { RestApiParts } from '../parts.ts';

export function updateModel(parts: RestApiParts): Operation<Given<UpdateModelRequest>, Model> {
  return (input, context) => {
    return changeDraft(
      parts,
      context,
      input.restApiId,
      ({ models }) => {
        const model = findMemberOrThrow(models, input.modelName, missing.model(input.modelName));
        patchModel(model, input.patchOperations);
        return model;
      },
      missing.model(input.modelName),
    );
  };
}
