import type { UpdateRouteRequest, UpdateRouteResult } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';
import { changedRoute } from '../rules/route.ts';

export function updateRoute(parts: HttpApiParts): Operation<Given<UpdateRouteRequest>, UpdateRouteResult> {
  return ({ ApiId, RouteId, ...input }, context) => {
    findApiOrThrow(parts, context, ApiId);
    return changeApi(parts, ApiId, () => {
      const before = findPartOrThrow(parts, ApiId, 'route', RouteId);
      const route = changedRoute(parts, ApiId, before, input);
      parts.repository.putPart(ApiId, 'route', RouteId, route);
      return route;
    });
  };
}
