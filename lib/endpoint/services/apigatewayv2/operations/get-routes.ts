import type { GetRoutesRequest, GetRoutesResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';

export function getRoutes(parts: HttpApiParts): Operation<Given<GetRoutesRequest>, GetRoutesResponse> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return pageOf(
      parts.repository.listParts(input.ApiId, 'route'),
      input,
      ({ RouteId }) => RouteId,
      (route) => route,
    );
  };
}
