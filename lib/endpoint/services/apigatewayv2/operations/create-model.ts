import type { CreateModelRequest, CreateModelResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findWebSocketApiOrThrow } from '../access.ts';
import { tooMany } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { HttpApiParts } from '../parts.ts';
import { limits } from '../rules/limits.ts';
import { changedModel } from '../rules/model.ts';

export function createModel(parts: HttpApiParts): Operation<Given<CreateModelRequest>, CreateModelResponse> {
  const { repository } = parts;
  return ({ ApiId, ...input }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    return changeApi(parts, ApiId, () => {
      const others = repository.listParts(ApiId, 'model');
      if (others.length >= limits.models) throw tooMany('Model', limits.models);
      const blank = { ModelId: newId(6), Name: input.Name, Schema: input.Schema };
      const model = changedModel(others, blank, input);
      repository.putPart(ApiId, 'model', model.ModelId, model);
      return model;
    });
  };
}
