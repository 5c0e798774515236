import type { GetRouteResponseRequest, GetRouteResponseResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';
import { describeRouteResponse } from '../rules/route-response.ts';

export function getRouteResponse(
  parts: HttpApiParts,
): Operation<Given<GetRouteResponseRequest>, GetRouteResponseResponse> {
  return ({ ApiId, RouteId, RouteResponseId }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    findPartOrThrow(parts, ApiId, 'route', RouteId);
    return describeRouteResponse(
      findPartOrThrow(parts, ApiId, 'routeResponse', `${RouteId}/${RouteResponseId}`),
    );
  };
}
