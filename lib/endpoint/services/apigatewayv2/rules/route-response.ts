import type { CreateRouteResponseRequest, RouteResponse } from '@aws-sdk/client-apigatewayv2';
import { badRequest, conflict } from '../errors.ts';
import { given } from '../given.ts';
import type { HttpApiParts } from '../parts.ts';
import type { StoredRouteResponse } from '../records.ts';

type ResponseInput = Omit<Partial<CreateRouteResponseRequest>, 'ApiId' | 'RouteId'>;

export function routeResponsesOf({ repository }: HttpApiParts, apiId: string, routeId: string) {
  return repository.listParts(apiId, 'routeResponse').filter(({ RouteId }) => RouteId === routeId);
}

/** The route response that a change leaves. `$default` is the only key there is. */
export function changedRouteResponse(
  parts: HttpApiParts,
  apiId: string,
  before: StoredRouteResponse,
  input: ResponseInput,
): StoredRouteResponse {
  const response: StoredRouteResponse = {
    ...before,
    RouteResponseKey: input.RouteResponseKey ?? before.RouteResponseKey,
    ...given(input, ['ModelSelectionExpression', 'ResponseModels', 'ResponseParameters']),
  };
  if (response.RouteResponseKey !== '$default')
    throw badRequest('Invalid routeResponseKey specified. Must be $default.');
  const others = routeResponsesOf(parts, apiId, before.RouteId);
  if (others.some(({ RouteResponseId }) => RouteResponseId !== before.RouteResponseId))
    throw conflict('Route response with key $default already exists for this route');
  const known = new Set(parts.repository.listParts(apiId, 'model').map(({ Name }) => Name));
  for (const name of Object.values(response.ResponseModels ?? {}))
    if (!known.has(name)) throw badRequest(`Invalid model identifier specified: ${name}`);
  return response;
}

export function describeRouteResponse({ RouteId: _owner, ...response }: StoredRouteResponse): RouteResponse {
  return response;
}
