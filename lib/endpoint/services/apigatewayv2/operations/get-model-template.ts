import type { GetModelTemplateRequest, GetModelTemplateResponse } from '@aws-sdk/client-apigatewayv2';
import { sampleTemplate } from '../../apigateway/index.ts';
import type { Given, Operation } from '../../service.ts';
import { findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import { badRequest } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';

/** A mapping template that hands over every property of the model. */
export function getModelTemplate(
  parts: HttpApiParts,
): Operation<Given<GetModelTemplateRequest>, GetModelTemplateResponse> {
  return ({ ApiId, ModelId }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    const model = findPartOrThrow(parts, ApiId, 'model', ModelId);
    if (!isJson(model.Schema))
      throw badRequest(`The schema of model '${model.Name}' is not JSON, so there is no template for it.`);
    const others = parts.repository.listParts(ApiId, 'model').filter(({ Schema }) => isJson(Schema));
    const schemas = Object.fromEntries(others.map(({ Name, Schema }) => [Name, { schema: Schema }]));
    return { Value: sampleTemplate(model.Schema, schemas) };
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
