import type { GetModelRequest, GetModelResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function getModel(parts: HttpApiParts): Operation<Given<GetModelRequest>, GetModelResponse> {
  return ({ ApiId, ModelId }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    return findPartOrThrow(parts, ApiId, 'model', ModelId);
  };
}
