import {
  compilePattern,
  matchesPattern,
  PatternProblem,
  type PatternNode,
} from '../../event-pattern/index.ts';
import type { MessageAttribute, MessageAttributes } from '../../sqs/index.ts';

export type FilterScope = 'MessageAttributes' | 'MessageBody';

/** Why a filter policy is none, in SNS's words. */
export class FilterProblem extends Error {
  override readonly name = 'FilterProblem';
}

/** Which messages a subscription gets. */
export interface MessageFilter {
  matches(message: string, attributes: MessageAttributes): boolean;
}

const keysMax = 5;
const combinationsMax = 150;

/** Reads a filter policy; `{}` lets everything through. Throws a FilterProblem. */
export function compileFilter(text: string, scope: FilterScope): MessageFilter {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    throw new FilterProblem('failed to parse JSON.');
  }
  if (!isObject(policy)) throw new FilterProblem('Filter is not an object');
  const leaves: unknown[][] = [];
  collectLeaves(policy, leaves);
  if (leaves.length > keysMax)
    throw new FilterProblem(`Filter policy can not have more than ${keysMax} keys`);
  if (leaves.reduce((product, values) => product * values.length, 1) > combinationsMax) {
    throw new FilterProblem('Filter policy is too complex');
  }
  try {
    return scope === 'MessageBody' ? bodyFilter(text) : attributesFilter(policy);
  } catch (error) {
    if (error instanceof PatternProblem) throw new FilterProblem(error.message);
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collectLeaves(value: Record<string, unknown>, leaves: unknown[][]): void {
  for (const [key, member] of Object.entries(value)) {
    if (key === '$or' && Array.isArray(member) && member.every(isObject)) {
      for (const branch of member) collectLeaves(branch, leaves);
    } else if (Array.isArray(member)) leaves.push(member);
    else if (isObject(member)) collectLeaves(member, leaves);
  }
}

function bodyFilter(text: string): MessageFilter {
  const pattern = compilePattern(text);
  return {
    matches(message) {
      try {
        return matchesPattern(pattern, JSON.parse(message));
      } catch {
        return false;
      }
    },
  };
}

/** Names of attributes hold dots that part nothing, so each key is a pattern of its own. */
interface AttributeNode {
  readonly keys: readonly { readonly name: string; readonly pattern: PatternNode }[];
  readonly alternatives: readonly (readonly AttributeNode[])[];
}

function attributesFilter(policy: Record<string, unknown>): MessageFilter {
  const root = compileNode(policy);
  return { matches: (_message, attributes) => matchesNode(root, attributes) };
}

function compileNode(policy: Record<string, unknown>): AttributeNode {
  const keys: AttributeNode['keys'][number][] = [];
  const alternatives: (readonly AttributeNode[])[] = [];
  for (const [name, member] of Object.entries(policy)) {
    if (name === '$or' && Array.isArray(member) && member.length > 1 && member.every(isObject)) {
      alternatives.push(member.map(compileNode));
      continue;
    }
    if (isObject(member)) {
      throw new FilterProblem('Filter policy scope MessageAttributes does not support nested filter policy');
    }
    if (!Array.isArray(member)) throw new FilterProblem(`"${name}" must be an object or an array`);
    keys.push({ name, pattern: compilePattern(JSON.stringify({ value: member })) });
  }
  return { keys, alternatives };
}

function matchesNode(node: AttributeNode, attributes: MessageAttributes): boolean {
  return (
    node.keys.every(({ name, pattern }) => {
      const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      return matchesPattern(pattern, attribute ? { value: valueOf(attribute) } : {});
    }) && node.alternatives.every((branches) => branches.some((branch) => matchesNode(branch, attributes)))
  );
}

/** Binary attributes take part in `exists` alone. */
function valueOf({ dataType, text = '' }: MessageAttribute): unknown {
  if (dataType.startsWith('Number')) return Number(text);
  if (dataType === 'String.Array') {
    try {
      const list = JSON.parse(text) as unknown;
      if (Array.isArray(list)) return list;
    } catch {
      // What is no list stands as text.
    }
  }
  return dataType.startsWith('Binary') ? null : text;
}
