import type { HttpRoute } from './http-api.ts';

type Routed = Pick<HttpRoute, 'key' | 'method' | 'path'>;
type Kind = 'literal' | 'variable' | 'greedy';

const kindOf = (segment: string): Kind =>
  /^\{[^}]+\+\}$/.test(segment) ? 'greedy' : /^\{[^}]+\}$/.test(segment) ? 'variable' : 'literal';
const weights: Readonly<Record<Kind, number>> = { literal: 2, variable: 1, greedy: 0 };

const segmentsOf = (path: string) => path.replace(/^\//, '').split('/');

function pathMatches(pattern: readonly string[], path: readonly string[]): boolean {
  const isGreedy = kindOf(pattern.at(-1) ?? '') === 'greedy';
  if (isGreedy ? path.length < pattern.length : path.length !== pattern.length) return false;
  return pattern.every((segment, index) => {
    const given = path[index] ?? '';
    return kindOf(segment) === 'literal' ? segment === given : given !== '';
  });
}

/** Negative when `a` wins: literal before variable from left to right, a full match before a greedy one. */
function compareRoutes(a: Routed, b: Routed): number {
  const [left, right] = [segmentsOf(a.path), segmentsOf(b.path)];
  const isGreedy = (segments: readonly string[]) => Number(kindOf(segments.at(-1) ?? '') === 'greedy');
  const fullFirst = isGreedy(left) - isGreedy(right);
  if (fullFirst !== 0) return fullFirst;
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const weightOf = (segments: readonly string[]) => {
      const segment = segments[index];
      return segment === undefined ? -1 : weights[kindOf(segment)];
    };
    const order = weightOf(right) - weightOf(left);
    if (order !== 0) return order;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

/**
 * The route that answers a request, by AWS's order: the full match, then the greedy one, then `$default`. `path` is
 * without the stage; its query and trailing hash do not count. Undefined: 404.
 */
export function matchRoute<Route extends Routed>(
  routes: readonly Route[],
  method: string,
  path: string,
): Route | undefined {
  const given = segmentsOf(path.split(/[?#]/)[0] ?? '');
  const fitting = routes.filter(
    (route) =>
      route.key !== '$default' &&
      (route.method === 'ANY' || route.method === method) &&
      pathMatches(segmentsOf(route.path), given),
  );
  return [...fitting].sort(compareRoutes)[0] ?? routes.find(({ key }) => key === '$default');
}
