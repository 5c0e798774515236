import type { GetApiRequest, GetApiResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { describeApi } from '../api-view.ts';
import type { HttpApiParts } from '../parts.ts';

export function getApi(parts: HttpApiParts): Operation<Given<GetApiRequest>, GetApiResponse> {
  return ({ ApiId }, context) => describeApi(findApiOrThrow(parts, context, ApiId), context.baseUrl);
}
