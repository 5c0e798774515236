import type { GetModelRequest, Model } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMemberOrThrow, missing } from '../access.ts';
import { flatten } from '../model-schema.ts';
import type { RestApiParts } from '../parts.ts';

/** `flatten` puts the schemas of other models where they are referred to. */
export function getModel(parts: RestApiParts): Operation<Given<GetModelRequest>, Model> {
  return (input, context) => {
    const { models } = findApiOrThrow(parts, context, input.restApiId, missing.model(input.modelName)).draft;
    const model = findMemberOrThrow(models, input.modelName, missing.model(input.modelName));
    return input.flatten === true ? { ...model, schema: flatten(model.schema, models) } : model;
  };
}
