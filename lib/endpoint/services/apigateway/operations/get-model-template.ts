import type { GetModelTemplateRequest, Template } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMemberOrThrow } from '../access.ts';
import { sampleTemplate } from '../model-schema.ts';
import type { RestApiParts } from '../parts.ts';

/** A mapping template that hands over every property of the model. */
export function getModelTemplate(parts: RestApiParts): Operation<Given<GetModelTemplateRequest>, Template> {
  return (input, context) => {
    const { models } = findApiOrThrow(parts, context, input.restApiId).draft;
    const model = findMemberOrThrow(
      models,
      input.modelName,
      `Invalid model name specified: ${input.modelName}`,
    );
    return { value: sampleTemplate(model.schema, models) };
  };
}
