import type { UpdateModelRequest, UpdateModelResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import { conflict } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';
import { changedModel } from '../rules/model.ts';
import { routesUsing } from '../rules/model-users.ts';

export function updateModel(parts: HttpApiParts): Operation<Given<UpdateModelRequest>, UpdateModelResponse> {
  const { repository } = parts;
  return ({ ApiId, ModelId, ...input }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    return changeApi(parts, ApiId, () => {
      const before = findPartOrThrow(parts, ApiId, 'model', ModelId);
      const model = changedModel(repository.listParts(ApiId, 'model'), before, input);
      if (model.Name !== before.Name && routesUsing(parts, ApiId, before.Name).length > 0)
        throw conflict(`Cannot rename model '${before.Name}', is referenced in a route`);
      repository.putPart(ApiId, 'model', ModelId, model);
      return model;
    });
  };
}
