import { BlockList, isIP } from 'node:net';
import type { Condition, PatternNode } from './pattern.ts';

/** Why a pattern is none, in EventBridge's words. */
export class PatternProblem extends Error {
  override readonly name = 'PatternProblem';
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const depthMax = 32;
const wildcardsMax = 16;

/** Reads an event pattern: the grammar of EventBridge rules and of Lambda's filters. Throws a PatternProblem. */
export function compilePattern(text: string): PatternNode {
  let parsed: Json;
  try {
    parsed = JSON.parse(text) as Json;
  } catch {
    throw new PatternProblem('Filter is not an object');
  }
  if (!isObject(parsed)) throw new PatternProblem('Filter is not an object');
  return compileNode(parsed, 0);
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compileNode(value: { [key: string]: Json }, depth: number): PatternNode {
  if (depth > depthMax) throw new PatternProblem(`A pattern may be ${depthMax} levels deep at most`);
  const children: PatternNode['children'][number][] = [];
  const alternatives: (readonly PatternNode[])[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (key === '$or' && Array.isArray(member) && member.length > 1 && member.every(isObject)) {
      alternatives.push(member.map((branch) => compileNode(branch, depth + 1)));
      continue;
    }
    // "a.b" says the same as an object in an object.
    children.push({ path: key.split('.'), ...compileMember(key, member, depth) });
  }
  return { children, alternatives };
}

function compileMember(key: string, member: Json, depth: number) {
  if (isObject(member)) return { node: compileNode(member, depth + 1) };
  if (!Array.isArray(member)) throw new PatternProblem(`"${key}" must be an object or an array`);
  if (member.length === 0) throw new PatternProblem('Empty arrays are not allowed');
  return { conditions: member.map(compileCondition) };
}

function compileCondition(value: Json): Condition {
  if (Array.isArray(value))
    throw new PatternProblem('Match value must be String, number, true, false, or null');
  if (!isObject(value)) return { kind: 'equals', value };
  const [[operator, operand] = ['', null], ...rest] = Object.entries(value);
  if (rest.length > 0) throw new PatternProblem('Only one key allowed in match expression');
  return compileOperator(operator, operand);
}

function compileOperator(operator: string, operand: Json): Condition {
  switch (operator) {
    case 'prefix':
    case 'suffix':
      return compileAffix(operator, operand);
    case 'equals-ignore-case':
      return { kind: 'equals-ignore-case', text: textOf(operator, operand).toLowerCase() };
    case 'wildcard':
      return { kind: 'wildcard', parts: compileWildcard(textOf(operator, operand)) };
    case 'anything-but':
      return compileNegation(operand);
    case 'numeric':
      return compileNumeric(operand);
    case 'exists':
      if (typeof operand !== 'boolean')
        throw new PatternProblem('exists match pattern must be either true or false.');
      return { kind: 'exists', isExpected: operand };
    case 'cidr':
      return compileCidr(textOf(operator, operand));
    default:
      throw new PatternProblem(`Unrecognized match type ${operator}`);
  }
}

function textOf(operator: string, operand: Json): string {
  if (typeof operand !== 'string') throw new PatternProblem(`${operator} match pattern must be a string`);
  return operand;
}

function compileAffix(operator: 'prefix' | 'suffix', operand: Json): Condition {
  if (isObject(operand)) {
    const text = operand['equals-ignore-case'];
    if (typeof text !== 'string' || Object.keys(operand).length !== 1)
      throw new PatternProblem('prefix/suffix match pattern must be a string');
    return { kind: operator, text: text.toLowerCase(), isCaseIgnored: true };
  }
  return { kind: operator, text: textOf(operator, operand), isCaseIgnored: false };
}

/** The texts between the asterisks; a backslash takes an asterisk its meaning. */
function compileWildcard(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') {
      const next = text[at + 1];
      if (next !== '*' && next !== '\\') throw new PatternProblem(`Invalid escape character at pos ${at}`);
      part += next;
      at += 1;
    } else if (character === '*') {
      if (text[at + 1] === '*') throw new PatternProblem(`Consecutive wildcard characters at pos ${at}`);
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  if (parts.length > wildcardsMax) {
    throw new PatternProblem(
      'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character',
    );
  }
  return parts;
}

const negatable = new Set(['prefix', 'suffix', 'equals-ignore-case', 'wildcard']);

function compileNegation(operand: Json): Condition {
  if (isObject(operand)) {
    const [[operator, inner] = ['', null], ...rest] = Object.entries(operand);
    if (!negatable.has(operator) || rest.length > 0)
      throw new PatternProblem(`Unsupported anything-but pattern: ${operator}`);
    const values = Array.isArray(inner) ? inner : [inner];
    if (values.length === 0) throw new PatternProblem('Empty arrays are not allowed');
    if (values.some((value) => typeof value !== 'string')) {
      throw new PatternProblem(
        `Inside anything-but/${operator} list, number|start|null|boolean is not supported.`,
      );
    }
    if (values.includes('') && operator.endsWith('fix'))
      throw new PatternProblem('Null prefix/suffix not allowed');
    return { kind: 'anything-but', conditions: values.map((value) => compileOperator(operator, value)) };
  }
  const values = Array.isArray(operand) ? operand : [operand];
  if (values.length === 0) {
    throw new PatternProblem('Value of anything-but must be an array or single string/number value.');
  }
  return {
    kind: 'anything-but',
    conditions: values.map((value): Condition => {
      if (typeof value !== 'string' && typeof value !== 'number')
        throw new PatternProblem('Inside anything but list, start|null|boolean is not supported.');
      return { kind: 'equals', value };
    }),
  };
}

const comparisons = new Set(['=', '<', '<=', '>', '>=']);

function compileNumeric(operand: Json): Condition {
  if (!Array.isArray(operand)) throw new PatternProblem('Value of numeric must be an array.');
  if (operand.length !== 2 && operand.length !== 4)
    throw new PatternProblem('Invalid member in numeric match: wrong number of values');
  const tests: { operator: string; bound: number }[] = [];
  for (let at = 0; at < operand.length; at += 2) {
    const operator = operand[at];
    const bound = operand[at + 1];
    if (typeof operator !== 'string' || !comparisons.has(operator))
      throw new PatternProblem(`Unrecognized numeric range operator: ${String(operator)}`);
    if (typeof bound !== 'number') throw new PatternProblem(`Value of ${operator} must be numeric`);
    tests.push({ operator, bound });
  }
  const [low, high] = tests;
  if (low && high) {
    const isRange = low.operator.startsWith('>') && high.operator.startsWith('<');
    if (!isRange) throw new PatternProblem(`Bad numeric range operator: ${high.operator}`);
    if (low.bound >= high.bound) throw new PatternProblem('Bottom must be less than top');
  }
  return { kind: 'numeric', tests };
}

function compileCidr(text: string): Condition {
  const [address = '', bits, ...rest] = text.split('/');
  if (bits === undefined || rest.length > 0) throw new PatternProblem("Malformed CIDR, one '/' required");
  if (!/^\d{1,3}$/.test(bits)) throw new PatternProblem('Malformed CIDR, mask bits must be an integer');
  const family = isIP(address);
  if (family === 0) throw new PatternProblem(`Nonstandard IP address: ${address}`);
  if (Number(bits) > (family === 4 ? 32 : 128))
    throw new PatternProblem(`Malformed CIDR, mask bits must be < ${family === 4 ? 32 : 128}`);
  const block = new BlockList();
  block.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return { kind: 'cidr', block };
}
