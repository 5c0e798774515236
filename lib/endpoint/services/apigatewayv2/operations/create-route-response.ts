import type { CreateRouteResponseRequest, CreateRouteResponseResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import { tooMany } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { HttpApiParts } from '../parts.ts';
import { limits } from '../rules/limits.ts';
import { changedRouteResponse, describeRouteResponse, routeResponsesOf } from '../rules/route-response.ts';

export function createRouteResponse(
  parts: HttpApiParts,
): Operation<Given<CreateRouteResponseRequest>, CreateRouteResponseResponse> {
  return ({ ApiId, RouteId, ...input }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    return changeApi(parts, ApiId, () => {
      findPartOrThrow(parts, ApiId, 'route', RouteId);
      const others = routeResponsesOf(parts, ApiId, RouteId);
      if (others.length >= limits.routeResponses) throw tooMany('RouteResponse', limits.routeResponses);
      const RouteResponseId = newId(6);
      const blank = { RouteId, RouteResponseId, RouteResponseKey: input.RouteResponseKey };
      const response = changedRouteResponse(parts, ApiId, blank, input);
      parts.repository.putPart(ApiId, 'routeResponse', `${RouteId}/${RouteResponseId}`, response);
      return describeRouteResponse(response);
    });
  };
}
