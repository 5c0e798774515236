import type { UpdateRouteResponseRequest, UpdateRouteResponseResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';
import { changedRouteResponse, describeRouteResponse } from '../rules/route-response.ts';

export function updateRouteResponse(
  parts: HttpApiParts,
): Operation<Given<UpdateRouteResponseRequest>, UpdateRouteResponseResponse> {
  return ({ ApiId, RouteId, RouteResponseId, ...input }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    return changeApi(parts, ApiId, () => {
      findPartOrThrow(parts, ApiId, 'route', RouteId);
      const partId = `${RouteId}/${RouteResponseId}`;
      const before = findPartOrThrow(parts, ApiId, 'routeResponse', partId);
      const response = changedRouteResponse(parts, ApiId, before, input);
      parts.repository.putPart(ApiId, 'routeResponse', partId, response);
      return describeRouteResponse(response);
    });
  };
}
