import type { GetRouteRequest, GetRouteResult } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function getRoute(parts: HttpApiParts): Operation<Given<GetRouteRequest>, GetRouteResult> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return findPartOrThrow(parts, input.ApiId, 'route', input.RouteId);
  };
}
