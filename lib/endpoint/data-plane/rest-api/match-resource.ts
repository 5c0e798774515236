import type { Snapshot, StoredMethod, StoredResource } from '../../services/apigateway/index.ts';

export interface ResourceMatch {
  readonly resource: StoredResource;
  readonly method: StoredMethod;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface TreeNode {
  readonly resource: StoredResource;
  readonly literals: Map<string, TreeNode>;
  variable: { readonly name: string; readonly node: TreeNode } | undefined;
  greedy: { readonly name: string; readonly node: TreeNode } | undefined;
}

const trees = new WeakMap<Snapshot, TreeNode | undefined>();

/**
 * Finds the method for a path: at each level a literal before `{name}` before `{name+}`, an exact verb before `ANY`. A
 * resource that lacks the verb gives way to a less specific one that has it. `path` keeps its escapes; a slash at its
 * end counts for nothing.
 */
export function matchResource(snapshot: Snapshot, verb: string, path: string): ResourceMatch | undefined {
  if (!trees.has(snapshot)) trees.set(snapshot, buildTree(snapshot));
  const root = trees.get(snapshot);
  if (!root) return undefined;
  const segments = path.replace(/^\/+/, '').replace(/\/$/, '').split('/');
  if (segments.length === 1 && segments[0] === '') return found(root, verb, {});
  return descend(root, segments, 0, verb, {});
}

/** Visits each level at most three ways and each greedy once, so the tree's size bounds the work, not the path's. */
function descend(
  node: TreeNode,
  segments: readonly string[],
  at: number,
  verb: string,
  parameters: Readonly<Record<string, string>>,
): ResourceMatch | undefined {
  if (at === segments.length) return found(node, verb, parameters);
  const segment = segments[at] ?? '';
  const literal = node.literals.get(decode(segment));
  const byLiteral = literal && descend(literal, segments, at + 1, verb, parameters);
  if (byLiteral) return byLiteral;
  if (node.variable && segment !== '') {
    const { name, node: child } = node.variable;
    const byName = descend(child, segments, at + 1, verb, { ...parameters, [name]: segment });
    if (byName) return byName;
  }
  if (!node.greedy) return undefined;
  const rest = segments.slice(at).join('/');
  return rest === '' ? undefined : found(node.greedy.node, verb, { ...parameters, [node.greedy.name]: rest });
}

function found(
  { resource }: TreeNode,
  verb: string,
  pathParameters: Readonly<Record<string, string>>,
): ResourceMatch | undefined {
  const method = Object.hasOwn(resource.methods, verb) ? resource.methods[verb] : resource.methods['ANY'];
  return method && { resource, method, pathParameters };
}

function buildTree(snapshot: Snapshot): TreeNode | undefined {
  const nodes = new Map<string, TreeNode>();
  for (const resource of Object.values(snapshot.resources))
    nodes.set(resource.id, { resource, literals: new Map(), variable: undefined, greedy: undefined });
  for (const node of nodes.values()) {
    const parent = nodes.get(node.resource.parentId ?? '');
    if (!parent) continue;
    const { pathPart } = node.resource;
    const [, name, plus] = /^\{(.+?)(\+)?\}$/.exec(pathPart) ?? [];
    if (name === undefined) parent.literals.set(pathPart, node);
    else if (plus === undefined) parent.variable = { name, node };
    else parent.greedy = { name, node };
  }
  return nodes.get(snapshot.rootResourceId);
}

function decode(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
