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
  /** Told without naming the attribute. */
  readonly isOfScope: boolean;

  constructor(message: string, { isOfScope = false } = {}) {
    super(message);
    this.isOfScope = isOfScope;
  }
}

/** Where refusals of a JSON text have its beginning, SNS shows this. */
export const hiddenSource = 'REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled)';

/** Which messages a subscription gets. */
export interface MessageFilter {
  matches(message: string, attributes: MessageAttributes): boolean;
}

const keysMax = 5;
const combinationsMax = 150;

/** Reads a filter policy; `{}` lets everything through. Throws a FilterProblem. */
export function compileFilter(text: string, scope: FilterScope): MessageFilter {
  const pattern = readPattern(text);
  const policy = JSON.parse(text) as Record<string, unknown>;
  if (countKeys(policy) > keysMax)
    throw new FilterProblem(`Filter policy can not have more than ${keysMax} keys`);
  if (countCombinations(policy, 1) > combinationsMax) throw new FilterProblem('Filter policy is too complex');
  return scope === 'MessageBody' ? bodyFilter(pattern) : attributesFilter(policy);
}

function readPattern(text: string): PatternNode {
  try {
    return compilePattern(text);
  } catch (error) {
    if (!(error instanceof PatternProblem)) throw error;
    const reason = error.describe(hiddenSource);
    throw new FilterProblem(error.isSyntax ? `failed to parse JSON. ${reason}` : reason);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The branches of an alternative; undefined for every other member. */
function branchesOf(key: string, member: unknown): Record<string, unknown>[] | undefined {
  const isAlternative = key === '$or' && Array.isArray(member) && member.every(isObject);
  return isAlternative ? (member as Record<string, unknown>[]) : undefined;
}

function countKeys(policy: Record<string, unknown>): number {
  return Object.entries(policy).reduce((sum, [key, member]) => {
    const inner = branchesOf(key, member) ?? (isObject(member) ? [member] : undefined);
    return sum + (inner ? inner.reduce((keys, each) => keys + countKeys(each), 0) : 1);
  }, 0);
}

/** The values of a key count once for each level it lies at; branches of an alternative add up. */
function countCombinations(policy: Record<string, unknown>, level: number): number {
  return Object.entries(policy).reduce((product, [key, member]) => {
    const branches = branchesOf(key, member);
    if (branches)
      return product * branches.reduce((sum, branch) => sum + countCombinations(branch, level), 0);
    if (isObject(member)) return product * countCombinations(member, level + 1);
    return product * (Array.isArray(member) ? member.length * level : 1);
  }, 1);
}

function bodyFilter(pattern: PatternNode): MessageFilter {
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
      throw new FilterProblem('Filter policy scope MessageAttributes does not support nested filter policy', {
        isOfScope: true,
      });
    }
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
