import type { OperationModel, ServiceModel } from './aws-schema.ts';
import { parseParameters, type Parameters } from './form.ts';
import { serializationError } from './serialization-error.ts';

interface Route {
  readonly operation: OperationModel;
  /** Label names by position; the greedy one, if any, is last. */
  readonly labels: readonly string[];
  /** Query keys the template spells out, with their value where it has one. */
  readonly query: Parameters;
  readonly requiredQuery: readonly string[];
  readonly requiredHeaders: readonly string[];
  readonly specificity: number;
}

interface RouteNode {
  readonly literals: Map<string, RouteNode>;
  label: RouteNode | undefined;
  readonly routes: Route[];
  readonly greedyRoutes: Route[];
}

export interface RestMatch {
  readonly operation: OperationModel;
  /** Decoded label values by member name. */
  readonly labels: ReadonlyMap<string, string>;
}

export interface RestTarget {
  readonly method: string;
  readonly path: string;
  readonly query: Parameters;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RestRouter {
  /** The most specific operation for a raw path; undefined when none fits. */
  match(target: RestTarget): RestMatch | undefined;
}

/** Literal query keys weigh more than bound members, which only tell two routes of the same path apart. */
const LITERAL_WEIGHT = 1000;
/** Names the operation for people reading access logs; clients may leave it out. */
const IGNORED_QUERY = 'x-id';

function newNode(): RouteNode {
  return { literals: new Map(), label: undefined, routes: [], greedyRoutes: [] };
}

/** Empty segments are kept, so that `//` never equals `/`; one slash at the end is forgiven. */
function segmentsOf(path: string): string[] {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(1, -1) : path.slice(1);
  return trimmed === '' ? [] : trimmed.split('/');
}

function requiredBound(operation: OperationModel, trait: 'httpQuery' | 'httpHeader'): string[] {
  return operation.input.members
    .filter((member) => member.isRequired)
    .map((member) => member.traits[trait])
    .filter((name) => typeof name === 'string');
}

function addRoute(root: RouteNode, operation: OperationModel, template: string): void {
  const [path = '', queryText = ''] = template.split('?');
  const labels: string[] = [];
  let node = root;
  let isGreedy = false;
  for (const segment of segmentsOf(path)) {
    const label = /^\{(.+?)(\+?)\}$/.exec(segment);
    if (label) {
      labels.push(label[1] ?? '');
      isGreedy = label[2] === '+';
      if (!isGreedy) node = node.label ??= newNode();
    } else {
      const next = node.literals.get(segment) ?? newNode();
      node.literals.set(segment, next);
      node = next;
    }
  }
  const query = parseParameters(queryText).filter(([name]) => name !== IGNORED_QUERY);
  const requiredQuery = requiredBound(operation, 'httpQuery');
  const requiredHeaders = requiredBound(operation, 'httpHeader').map((name) => name.toLowerCase());
  const specificity = query.length * LITERAL_WEIGHT + requiredQuery.length + requiredHeaders.length;
  const routes = isGreedy ? node.greedyRoutes : node.routes;
  routes.push({ operation, labels, query, requiredQuery, requiredHeaders, specificity });
  routes.sort((a, b) => b.specificity - a.specificity);
}

function fits(route: Route, target: RestTarget): boolean {
  return (
    route.query.every(([name, value]) =>
      target.query.some(([sent, sentValue]) => sent === name && (value === '' || sentValue === value)),
    ) &&
    route.requiredQuery.every((name) => target.query.some(([sent]) => sent === name)) &&
    route.requiredHeaders.every((name) => target.headers[name] !== undefined)
  );
}

function firstFitting(routes: readonly Route[], target: RestTarget): Route | undefined {
  return (
    routes.find((route) => fits(route, target)) ??
    // Where nothing else is on the path, a missing member is the operation's to report, not an unknown address.
    (routes.length === 1 && routes[0]?.query.length === 0 ? routes[0] : undefined)
  );
}

interface Found {
  readonly route: Route;
  readonly values: readonly string[];
}

function search(
  node: RouteNode,
  segments: readonly string[],
  at: number,
  values: readonly string[],
  target: RestTarget,
): Found | undefined {
  const segment = segments[at];
  if (segment === undefined) {
    const route = firstFitting(node.routes, target);
    return route && { route, values };
  }
  const literal = node.literals.get(segment);
  const exact = literal && search(literal, segments, at + 1, values, target);
  if (exact) return exact;
  if (node.label && segment !== '') {
    const labelled = search(node.label, segments, at + 1, [...values, segment], target);
    if (labelled) return labelled;
  }
  const rest = segments.slice(at).join('/');
  const greedy = rest === '' ? undefined : firstFitting(node.greedyRoutes, target);
  return greedy && { route: greedy, values: [...values, rest] };
}

function decodeLabel(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw serializationError('The path is not valid percent-encoded UTF-8.');
  }
}

/** Builds the routes of one service; `accepts` leaves operations out. */
export function createRestRouter(
  model: ServiceModel,
  accepts: (operation: OperationModel) => boolean = () => true,
): RestRouter {
  const roots = new Map<string, RouteNode>();
  for (const operation of model.operations.values()) {
    if (!operation.http || !accepts(operation)) continue;
    const root = roots.get(operation.http.method) ?? newNode();
    roots.set(operation.http.method, root);
    addRoute(root, operation, operation.http.template);
  }
  return {
    match(target) {
      const root = roots.get(target.method);
      if (!root) return undefined;
      const keepsSlash = root.greedyRoutes.length > 0 && target.path.length > 1 && target.path.endsWith('/');
      const segments = keepsSlash ? target.path.slice(1).split('/') : segmentsOf(target.path);
      const found = search(root, segments, 0, [], target);
      if (!found) return undefined;
      const labels = new Map<string, string>();
      found.route.labels.forEach((name, index) => labels.set(name, decodeLabel(found.values[index] ?? '')));
      return { operation: found.route.operation, labels };
    },
  };
}
