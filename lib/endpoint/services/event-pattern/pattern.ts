import { isIP, type BlockList } from 'node:net';
import { own } from '../../../shared/own.ts';

/** A compiled pattern: all children and one branch of every alternative must match. */
export interface PatternNode {
  readonly children: readonly PatternChild[];
  readonly alternatives: readonly (readonly PatternNode[])[];
}

export interface PatternChild {
  readonly path: readonly string[];
  readonly node?: PatternNode;
  /** One of them must match. */
  readonly conditions?: readonly Condition[];
}

export type Condition =
  | { readonly kind: 'equals'; readonly value: string | number | boolean | null }
  | { readonly kind: 'prefix' | 'suffix'; readonly text: string; readonly isCaseIgnored: boolean }
  | { readonly kind: 'equals-ignore-case'; readonly text: string }
  | { readonly kind: 'wildcard'; readonly parts: readonly string[] }
  | { readonly kind: 'anything-but'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'numeric'; readonly tests: readonly { operator: string; bound: number }[] }
  | { readonly kind: 'exists'; readonly isExpected: boolean }
  | { readonly kind: 'cidr'; readonly block: BlockList };

/** Whether an event, a JSON value, has what the pattern asks for. */
export function matchesPattern(pattern: PatternNode, event: unknown): boolean {
  return matchesNode(pattern, expandDots(event));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{"a.b": 1}` says the same as `{"a": {"b": 1}}`. */
function expandDots(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expandDots);
  if (!isObject(value)) return value;
  const expanded = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    const path = key.split('.');
    const last = path.pop() ?? '';
    let at = expanded;
    for (const part of path) {
      const next = at[part];
      at = isObject(next) ? next : ((at[part] = Object.create(null)) as Record<string, unknown>);
    }
    at[last] = expandDots(member);
  }
  return expanded;
}

function matchesNode(node: PatternNode, value: unknown): boolean {
  // Of an array of objects, one must have everything.
  if (Array.isArray(value) && value.length > 0) return value.some((element) => matchesNode(node, element));
  return (
    node.children.every((child) => matchesChild(child, child.path, value)) &&
    node.alternatives.every((branches) => branches.some((branch) => matchesNode(branch, value)))
  );
}

function matchesChild(child: PatternChild, path: readonly string[], value: unknown): boolean {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (child.node) return matchesNode(child.node, value);
    return (child.conditions ?? []).some((condition) => matchesLeaf(condition, value));
  }
  if (Array.isArray(value) && value.length > 0)
    return value.some((element) => matchesChild(child, path, element));
  return matchesChild(child, rest, isObject(value) ? own(value, key) : undefined);
}

function matchesLeaf(condition: Condition, value: unknown): boolean {
  // Only leaves exist: neither an object nor an empty array does.
  const leaves = (Array.isArray(value) ? value.flat(Infinity) : [value]).filter(
    (leaf) => leaf !== undefined && !isObject(leaf),
  );
  if (condition.kind === 'exists') return leaves.length > 0 === condition.isExpected;
  return leaves.some((leaf) => matchesValue(condition, leaf));
}

function matchesValue(condition: Condition, leaf: unknown): boolean {
  switch (condition.kind) {
    case 'equals':
      return leaf === condition.value;
    case 'anything-but':
      return !condition.conditions.some((inner) => matchesValue(inner, leaf));
    case 'numeric':
      return (
        typeof leaf === 'number' &&
        condition.tests.every(({ operator, bound }) => compare(leaf, operator, bound))
      );
    case 'exists':
      return condition.isExpected;
    default:
      return typeof leaf === 'string' && matchesText(condition, leaf);
  }
}

function matchesText(
  condition: Extract<Condition, { kind: 'prefix' | 'suffix' | 'equals-ignore-case' | 'wildcard' | 'cidr' }>,
  text: string,
): boolean {
  switch (condition.kind) {
    case 'prefix':
      return (condition.isCaseIgnored ? text.toLowerCase() : text).startsWith(condition.text);
    case 'suffix':
      return (condition.isCaseIgnored ? text.toLowerCase() : text).endsWith(condition.text);
    case 'equals-ignore-case':
      return text.toLowerCase() === condition.text;
    case 'wildcard':
      return matchesWildcard(condition.parts, text);
    case 'cidr': {
      const family = isIP(text);
      return family !== 0 && condition.block.check(text, family === 4 ? 'ipv4' : 'ipv6');
    }
  }
}

function compare(value: number, operator: string, bound: number): boolean {
  switch (operator) {
    case '=':
      return value === bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    default:
      return value >= bound;
  }
}

/** Each part at its first place after the one before: linear, whatever the text. */
function matchesWildcard(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
