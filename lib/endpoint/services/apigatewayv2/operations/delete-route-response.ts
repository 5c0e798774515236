import type { DeleteRouteResponseRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteRouteResponse(
  parts: HttpApiParts,
): Operation<Given<DeleteRouteResponseRequest>, object> {
  return ({ ApiId, RouteId, RouteResponseId }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    changeApi(parts, ApiId, () => {
      findPartOrThrow(parts, ApiId, 'route', RouteId);
      const partId = `${RouteId}/${RouteResponseId}`;
      findPartOrThrow(parts, ApiId, 'routeResponse', partId);
      parts.repository.deletePart(ApiId, 'routeResponse', partId);
    });
    return {};
  };
}
