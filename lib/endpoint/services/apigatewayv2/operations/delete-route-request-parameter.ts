import type { DeleteRouteRequestParameterRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import { notFound } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteRouteRequestParameter(
  parts: HttpApiParts,
): Operation<Given<DeleteRouteRequestParameterRequest>, object> {
  return ({ ApiId, RouteId, RequestParameterKey }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    changeApi(parts, ApiId, () => {
      const route = findPartOrThrow(parts, ApiId, 'route', RouteId);
      const { [RequestParameterKey]: found, ...rest } = route.RequestParameters ?? {};
      if (!found) throw notFound('RequestParameter', RequestParameterKey);
      parts.repository.putPart(ApiId, 'route', RouteId, { ...route, RequestParameters: rest });
    });
    return {};
  };
}
