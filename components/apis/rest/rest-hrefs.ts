import type { Station } from '@/lib/domain/rest-api/station';
import { routes, withQuery, type Place } from '@/lib/routes';

/** Which API, and where. */
export interface RestTarget {
  readonly place: Place;
  readonly apiId: string;
}

/** A resource or one of its methods in the tree, at one of the method's stations. */
export function resourceHref(
  { place, apiId }: RestTarget,
  query: { resource?: string; method?: string; station?: Station } = {},
): string {
  return withQuery(routes.restApi(place, apiId, 'resources'), query);
}

/** Forms below the tree. */
export type ResourceForm =
  | 'create'
  | 'create-method'
  | 'cors'
  | 'method-request'
  | 'integration-request'
  | 'integration-response'
  | 'method-response';

/** A form about a resource or a method. `status`: the response that is edited. */
export function resourceFormHref(
  { place, apiId }: RestTarget,
  form: ResourceForm,
  query: { resource?: string; method?: string; status?: string } = {},
): string {
  return withQuery(routes.restApi(place, apiId, 'resources', form), query);
}
