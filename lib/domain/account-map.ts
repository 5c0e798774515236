import { resourceName, serviceOfArn, type NodeKind } from './connected-service.ts';
import type { Flow } from './function-graph.ts';

/** All functions of a place with what feeds them and where they send, as one graph. Pure: nothing is asked here. */

export interface MapFunction {
  readonly name: string;
  readonly arn: string;
  readonly detail: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Failed, or on a runtime past its end. */
  readonly hasProblem: boolean;
}

/** One tie between a function and something else, both by ARN; a source without one has a text of its own. */
export interface MapLink {
  readonly functionArn: string;
  readonly otherArn: string;
  readonly flow: Flow;
  readonly isPaused: boolean;
}

export interface MapNode {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly kind: NodeKind;
  /** `function`, or the side of the functions that it stands on. */
  readonly side: 'source' | 'function' | 'destination';
  readonly group: string;
  readonly hasProblem: boolean;
}

export interface MapEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly flow: Flow;
  readonly isPaused: boolean;
}

export interface AccountMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** `application`, `prefix`, or `tag:` and its key. */
export type MapGrouping = 'application' | 'prefix' | `tag:${string}`;

/** The stack that made a function: CloudFormation writes this tag, and nobody else may. */
const stackTag = 'aws:cloudformation:stack-name';

/** Undefined for a text that is no grouping. */
export function readGrouping(text: string | undefined): MapGrouping | undefined {
  if (text === 'application' || text === 'prefix') return text;
  return text !== undefined && /^tag:./s.test(text) ? (text as `tag:${string}`) : undefined;
}

/** Name of the group of a function; empty for those that are in none. */
export function groupOf(fn: MapFunction, by: MapGrouping): string {
  if (by === 'application') return fn.tags[stackTag] ?? '';
  if (by === 'prefix') return /^([^-_]+)[-_]/.exec(fn.name)?.[1] ?? '';
  return fn.tags[by.slice('tag:'.length)] ?? '';
}

/** Tags worth grouping by: keys that functions share, most used first. */
export function groupingTags(functions: readonly MapFunction[], max: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tags } of functions) {
    for (const key of Object.keys(tags)) {
      if (!key.startsWith('aws:')) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, max)
    .map(([key]) => key);
}

/** An ARN without the version or alias at its end. */
const unqualified = (arn: string) => arn.split(':').slice(0, 7).join(':');

/**
 * Nodes and edges. A function that another one sends to is its own node, not a second one; a source or destination
 * stands in the group of the first function that it is tied to. Links of functions that are not there are left out.
 */
export function buildAccountMap(
  functions: readonly MapFunction[],
  links: readonly MapLink[],
  by: MapGrouping,
): AccountMap {
  const nodes = new Map<string, MapNode>();
  for (const fn of functions) {
    const { arn: id, name, detail, hasProblem } = fn;
    const group = groupOf(fn, by);
    nodes.set(id, { id, name, detail, kind: 'function', side: 'function', group, hasProblem });
  }
  const edges = new Map<string, MapEdge>();
  for (const { functionArn, otherArn, flow, isPaused } of links) {
    const own = nodes.get(unqualified(functionArn));
    if (!own) continue;
    const otherId = nodes.has(unqualified(otherArn)) ? unqualified(otherArn) : otherArn;
    if (!nodes.has(otherId)) {
      const { kind, service } = serviceOfArn(otherArn);
      nodes.set(otherId, {
        id: otherId,
        name: resourceName(otherArn),
        detail: service,
        kind,
        side: flow === 'trigger' ? 'source' : 'destination',
        group: own.group,
        hasProblem: false,
      });
    }
    const [from, to] = flow === 'trigger' ? [otherId, own.id] : [own.id, otherId];
    const id = `${from} ${to} ${flow}`;
    const known = edges.get(id);
    edges.set(id, { id, from, to, flow, isPaused: isPaused && (known?.isPaused ?? true) });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

export interface MapFilter {
  readonly text: string;
  readonly problemsOnly: boolean;
  /** Only what leads to this node, and where it leads. */
  readonly isolated: string | undefined;
}

function closure(edges: readonly MapEdge[], start: string, step: 'up' | 'down'): Set<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const [key, value] = step === 'down' ? [from, to] : [to, from];
    next.set(key, [...(next.get(key) ?? []), value]);
  }
  const found = new Set([start]);
  // A set grows while it is walked, and each node is walked once.
  for (const id of found) for (const neighbour of next.get(id) ?? []) found.add(neighbour);
  return found;
}

/** The part of a map that passes: nodes that match, with what is tied to them directly. */
export function filterMap(map: AccountMap, filter: MapFilter): AccountMap {
  const { text, problemsOnly, isolated } = filter;
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && !problemsOnly && isolated === undefined) return map;
  let kept: Set<string>;
  if (isolated === undefined) {
    const matches = new Set(
      map.nodes
        .filter(
          ({ name, detail, group, hasProblem }) =>
            (!problemsOnly || hasProblem) && `${name}\n${detail}\n${group}`.toLowerCase().includes(wanted),
        )
        .map(({ id }) => id),
    );
    kept = new Set(matches);
    for (const { from, to } of map.edges) {
      if (matches.has(from)) kept.add(to);
      if (matches.has(to)) kept.add(from);
    }
  } else {
    kept = new Set([...closure(map.edges, isolated, 'up'), ...closure(map.edges, isolated, 'down')]);
  }
  return {
    nodes: map.nodes.filter(({ id }) => kept.has(id)),
    edges: map.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  };
}
