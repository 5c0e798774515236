import type { DeleteRouteRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteRoute(parts: HttpApiParts): Operation<Given<DeleteRouteRequest>, object> {
  return ({ ApiId, RouteId }, context) => {
    findApiOrThrow(parts, context, ApiId);
    changeApi(parts, ApiId, () => {
      findPartOrThrow(parts, ApiId, 'route', RouteId);
      parts.repository.deletePart(ApiId, 'route', RouteId);
      parts.repository.deletePartsBelow(ApiId, 'routeResponse', RouteId);
    });
    return {};
  };
}
