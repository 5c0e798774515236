import type { CreateRouteRequest, CreateRouteResult } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow } from '../access.ts';
import { tooMany } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { HttpApiParts } from '../parts.ts';
import { limits } from '../rules/limits.ts';
import { changedRoute } from '../rules/route.ts';

export function createRoute(parts: HttpApiParts): Operation<Given<CreateRouteRequest>, CreateRouteResult> {
  const { repository } = parts;
  return ({ ApiId, ...input }, context) => {
    findApiOrThrow(parts, context, ApiId);
    return changeApi(parts, ApiId, () => {
      if (repository.listParts(ApiId, 'route').length >= limits.routes) throw tooMany('Route', limits.routes);
      const blank = {
        RouteId: newId(7),
        RouteKey: input.RouteKey,
        ApiKeyRequired: false,
        AuthorizationType: 'NONE',
      } as const;
      const route = changedRoute(parts, ApiId, blank, input);
      repository.putPart(ApiId, 'route', route.RouteId, route);
      return route;
    });
  };
}
