import type { Snapshot, StoredIntegration, StoredRoute } from '../../services/apigatewayv2/index.ts';

export interface RouteMatch {
  readonly route: StoredRoute;
  /** Undefined for a route that has no target. */
  readonly integration: StoredIntegration | undefined;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface CompiledRoute {
  readonly route: StoredRoute;
  readonly method: string;
  /** Literal text, or the name of a variable. */
  readonly segments: readonly { readonly kind: 'literal' | 'variable'; readonly text: string }[];
  readonly greedyName: string | undefined;
}

export interface RouteTable {
  /** The best route for a decoded path; `$default` when no other fits. */
  match(method: string, path: string): RouteMatch | undefined;
}

const tables = new WeakMap<Snapshot, RouteTable>();

/** Compiled once a deployment. */
export function routeTableOf(snapshot: Snapshot): RouteTable {
  const known = tables.get(snapshot);
  if (known) return known;
  const table = compile(snapshot);
  tables.set(snapshot, table);
  return table;
}

function compile({ routes, integrations }: Snapshot): RouteTable {
  const byTarget = new Map(integrations.map((one) => [`integrations/${one.IntegrationId}`, one]));
  const ordered = routes
    .filter(({ RouteKey }) => RouteKey !== '$default')
    .map(compileRoute)
    .sort(compare);
  const fallback = routes.find(({ RouteKey }) => RouteKey === '$default');
  const found = (route: StoredRoute, pathParameters: RouteMatch['pathParameters']): RouteMatch => ({
    route,
    integration: route.Target === undefined ? undefined : byTarget.get(route.Target),
    pathParameters,
  });
  return {
    match(method, path) {
      const segments = path.slice(1).split('/');
      for (const candidate of ordered) {
        if (candidate.method !== method && candidate.method !== 'ANY') continue;
        const parameters = fit(candidate, segments);
        if (parameters) return found(candidate.route, parameters);
      }
      return fallback && found(fallback, {});
    },
  };
}

function compileRoute(route: StoredRoute): CompiledRoute {
  const [method = '', path = ''] = route.RouteKey.split(' ');
  const segments = path.slice(1).split('/');
  const greedyName = /^\{(.+)\+\}$/.exec(segments.at(-1) ?? '')?.[1];
  if (greedyName !== undefined) segments.pop();
  return {
    route,
    method,
    greedyName,
    segments: segments.map((segment) => {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      return name === undefined ? { kind: 'literal', text: segment } : { kind: 'variable', text: name };
    }),
  };
}

/** Full before greedy, literal before variable from left to right, longer before shorter, a method before ANY. */
function compare(one: CompiledRoute, other: CompiledRoute): number {
  const isGreedy = (route: CompiledRoute): number => (route.greedyName === undefined ? 0 : 1);
  if (isGreedy(one) !== isGreedy(other)) return isGreedy(one) - isGreedy(other);
  const length = Math.min(one.segments.length, other.segments.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [one.segments[index]?.kind, other.segments[index]?.kind];
    if (left !== right) return left === 'literal' ? -1 : 1;
  }
  if (one.segments.length !== other.segments.length) return other.segments.length - one.segments.length;
  return Number(one.method === 'ANY') - Number(other.method === 'ANY');
}

/** The path's variables; undefined when the route does not fit. A variable never stands for nothing. */
function fit(route: CompiledRoute, segments: readonly string[]): Record<string, string> | undefined {
  const { length } = route.segments;
  const isLengthRight =
    route.greedyName === undefined ? segments.length === length : segments.length > length;
  if (!isLengthRight) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, { kind, text }] of route.segments.entries()) {
    const segment = segments[index] ?? '';
    if (kind === 'literal') {
      if (segment !== text) return undefined;
    } else if (segment === '') return undefined;
    else parameters.push([text, segment]);
  }
  if (route.greedyName !== undefined) {
    const rest = segments.slice(length).join('/');
    if (rest === '') return undefined;
    parameters.push([route.greedyName, rest]);
  }
  return Object.fromEntries(parameters);
}
