import type { HttpApiParts } from '../parts.ts';

/** Keys of the routes whose requests or responses name a model. */
export function routesUsing({ repository }: HttpApiParts, apiId: string, modelName: string): string[] {
  const routes = repository.listParts(apiId, 'route');
  const answering = repository
    .listParts(apiId, 'routeResponse')
    .filter(({ ResponseModels = {} }) => Object.values(ResponseModels).includes(modelName))
    .map(({ RouteId }) => RouteId);
  return routes
    .filter(
      ({ RouteId, RequestModels = {} }) =>
        Object.values(RequestModels).includes(modelName) || answering.includes(RouteId),
    )
    .map(({ RouteKey }) => RouteKey);
}
