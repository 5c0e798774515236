import type { GetRouteResponsesRequest, GetRouteResponsesResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findPartOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';
import { describeRouteResponse, routeResponsesOf } from '../rules/route-response.ts';

/** An HTTP API has none; asking is no mistake. */
export function getRouteResponses(
  parts: HttpApiParts,
): Operation<Given<GetRouteResponsesRequest>, GetRouteResponsesResponse> {
  return (input, context) => {
    const { ApiId, RouteId } = input;
    findApiOrThrow(parts, context, ApiId);
    findPartOrThrow(parts, ApiId, 'route', RouteId);
    return pageOf(
      routeResponsesOf(parts, ApiId, RouteId),
      input,
      ({ RouteResponseId }) => RouteResponseId,
      describeRouteResponse,
    );
  };
}
