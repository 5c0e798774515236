import type { GetModelsRequest, GetModelsResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';

/** An HTTP API has none; asking is no mistake. */
export function getModels(parts: HttpApiParts): Operation<Given<GetModelsRequest>, GetModelsResponse> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return pageOf(
      parts.repository.listParts(input.ApiId, 'model'),
      input,
      ({ ModelId }) => ModelId,
      (model) => model,
    );
  };
}
