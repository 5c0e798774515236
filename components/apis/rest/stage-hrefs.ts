import { routes, withQuery } from '@/lib/routes';
import type { RestTarget } from './rest-hrefs';

/** The stages, or one of them. */
export function stageHref({ place, apiId }: RestTarget, stage?: string): string {
  return routes.restApi(place, apiId, 'stages', ...(stage === undefined ? [] : [stage]));
}

export function createStageHref({ place, apiId }: RestTarget): string {
  return routes.restApi(place, apiId, 'stages', 'create');
}

/** A form of a stage. `key`: the method whose settings are edited. */
export function stageFormHref(
  { place, apiId }: RestTarget,
  stage: string,
  form: 'edit' | 'variables' | 'canary' | 'override',
  query: { key?: string } = {},
): string {
  return withQuery(routes.restApi(place, apiId, 'stages', stage, form), query);
}
