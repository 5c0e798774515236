import { below, withQuery, type Place } from './routes.ts';

/**
 * Pages of capacity providers and of durable executions. Apart from the others, which every page carries with it: few
 * functions have either.
 */
export const computeRoutes = {
  /** `more`: `create`, or a name and what of it, e.g. `('fleet', 'edit')`. */
  capacityProviders: (place: Place, ...more: readonly string[]) =>
    below(place, 'capacity-providers', ...more),
  /** Execution environments of a version on a capacity provider. */
  scalingConfig: (place: Place, name: string, qualifier: string) =>
    withQuery(below(place, 'functions', name, 'configuration', 'capacity-provider', 'scaling'), {
      qualifier,
    }),
  /** The executions of a durable function; with `execution` (an ARN) one of them. */
  durableExecutions: (
    place: Place,
    name: string,
    query: { execution?: string; qualifier?: string | undefined; order?: 'newest'; marker?: string } = {},
  ) => withQuery(below(place, 'functions', name, 'durable-executions'), query),
} as const;
