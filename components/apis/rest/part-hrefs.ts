import { routes, withQuery, type RestPage } from '@/lib/routes';
import type { RestTarget } from './rest-hrefs';

/** The form of a part: a new one, or with `id` the one of that id or name. */
export function partFormHref(
  { place, apiId }: RestTarget,
  page: RestPage,
  id?: string,
  form: 'edit' | 'publish' = 'edit',
): string {
  return withQuery(routes.restApi(place, apiId, page, form), { id });
}
