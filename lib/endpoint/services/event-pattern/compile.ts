import { BlockList, isIP } from 'node:net';
import { JsonCursor, type Token } from './json-cursor.ts';
import { compileNumeric } from './numeric.ts';
import type { Condition, PatternNode } from './pattern.ts';
import { PatternProblem } from './pattern-problem.ts';

const depthMax = 32;
const wildcardsMax = 16;

/** Reads an event pattern: the grammar of EventBridge rules and of Lambda's filters. Throws a PatternProblem. */
export function compilePattern(text: string): PatternNode {
  const cursor = new JsonCursor(text);
  if (cursor.next().kind !== 'startObject') throw cursor.problem('Filter is not an object');
  const pattern = compileNode(cursor, 0);
  cursor.assertEnd();
  return pattern;
}

/** Begins behind the brace. */
function compileNode(cursor: JsonCursor, depth: number): PatternNode {
  if (depth > depthMax) throw new PatternProblem(`A pattern may be ${depthMax} levels deep at most`);
  const children: PatternNode['children'][number][] = [];
  const alternatives: (readonly PatternNode[])[] = [];
  while (cursor.next().kind !== 'endObject') {
    const { text: key } = cursor.token;
    if (key === '$or' && areAlternatives(cursor)) {
      cursor.next();
      const branches: PatternNode[] = [];
      while (cursor.next().kind !== 'endArray') branches.push(compileNode(cursor, depth + 1));
      alternatives.push(branches);
      continue;
    }
    // "a.b" says the same as an object in an object.
    children.push({ path: key.split('.'), ...compileMember(cursor, key, depth) });
  }
  return { children, alternatives };
}

/** Two or more objects and nothing else. */
function areAlternatives(cursor: JsonCursor): boolean {
  let depth = 0;
  let objects = 0;
  for (const { kind } of cursor.ahead()) {
    if (depth === 0 && kind !== 'startArray') return false;
    if (depth === 1 && kind === 'endArray') return objects > 1;
    if (depth === 1 && kind !== 'startObject') return false;
    if (depth === 1) objects += 1;
    if (kind.startsWith('start')) depth += 1;
    if (kind.startsWith('end')) depth -= 1;
  }
  return false;
}

function compileMember(cursor: JsonCursor, key: string, depth: number) {
  const { kind } = cursor.next();
  if (kind === 'startObject') return { node: compileNode(cursor, depth + 1) };
  if (kind !== 'startArray') throw cursor.problem(`"${key}" must be an object or an array`);
  const conditions: Condition[] = [];
  while (cursor.next().kind !== 'endArray') conditions.push(compileCondition(cursor));
  if (conditions.length === 0) throw cursor.problem('Empty arrays are not allowed');
  return { conditions };
}

function compileCondition(cursor: JsonCursor): Condition {
  const { token } = cursor;
  switch (token.kind) {
    case 'string':
      return { kind: 'equals', value: token.text };
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: 'equals', value: JSON.parse(token.text) as number | boolean | null };
    case 'startObject':
      return compileOperator(cursor);
    default:
      throw cursor.problem('Match value must be String, number, true, false, or null');
  }
}

function compileOperator(cursor: JsonCursor): Condition {
  const { kind, text: operator } = cursor.next();
  if (kind !== 'name') throw cursor.problem('Match expression name not found');
  const compiled = compileOperand(cursor, operator);
  assertClosed(cursor);
  return compiled;
}

function assertClosed(cursor: JsonCursor): void {
  if (cursor.next().kind !== 'endObject') throw cursor.problem('Only one key allowed in match expression');
}

function compileOperand(cursor: JsonCursor, operator: string): Condition {
  switch (operator) {
    case 'prefix':
    case 'suffix':
      return compileAffix(cursor, operator);
    case 'equals-ignore-case':
      return { kind: 'equals-ignore-case', text: nextText(cursor, operator).toLowerCase() };
    case 'wildcard':
      return { kind: 'wildcard', parts: compileWildcard(cursor, nextText(cursor, operator)) };
    case 'anything-but':
      return compileNegation(cursor);
    case 'numeric':
      return compileNumeric(cursor);
    case 'exists':
      if (cursor.next().kind !== 'boolean')
        throw cursor.problem('exists match pattern must be either true or false.');
      return { kind: 'exists', isExpected: cursor.token.text === 'true' };
    case 'cidr':
      // AWS words it as if it were a prefix.
      return compileCidr(nextText(cursor, 'prefix'));
    default:
      throw cursor.problem(`Unrecognized match type ${operator}`);
  }
}

function nextText(cursor: JsonCursor, operator: string): string {
  if (cursor.next().kind !== 'string') throw cursor.problem(`${operator} match pattern must be a string`);
  return cursor.token.text;
}

function compileAffix(cursor: JsonCursor, operator: 'prefix' | 'suffix'): Condition {
  const { kind, text } = cursor.next();
  if (kind === 'string') return { kind: operator, text, isCaseIgnored: false };
  if (kind !== 'startObject') throw cursor.problem(`${operator} match pattern must be a string`);
  const { text: inner } = cursor.next();
  if (inner !== 'equals-ignore-case') throw cursor.problem(`Unsupported ${operator} pattern: ${inner}`);
  const ignored = nextText(cursor, inner);
  assertClosed(cursor);
  return { kind: operator, text: ignored.toLowerCase(), isCaseIgnored: true };
}

/** The texts between the asterisks; a backslash takes an asterisk its meaning. AWS counts from the opening quote. */
function compileWildcard(cursor: JsonCursor, text: string): string[] {
  const problem = (reason: string) => cursor.problem(reason, { isRead: true });
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') {
      const next = text[at + 1];
      if (next !== '*' && next !== '\\') throw problem(`Invalid escape character at pos ${at + 1}`);
      part += next;
      at += 1;
    } else if (character === '*') {
      if (text[at + 1] === '*') throw problem(`Consecutive wildcard characters at pos ${at + 1}`);
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

const notAValue = 'Value of anything-but must be an array or single string/number value.';
const negatable = new Set(['prefix', 'suffix', 'equals-ignore-case', 'wildcard']);

function compileNegation(cursor: JsonCursor): Condition {
  const { kind } = cursor.next();
  if (kind === 'startObject') return compileNegatedOperator(cursor);
  if (!['startArray', 'string', 'number'].includes(kind)) throw cursor.problem(notAValue);
  const conditions = forEachValue(cursor, (token): Condition => {
    if (token.kind === 'string') return { kind: 'equals', value: token.text };
    if (token.kind === 'number') return { kind: 'equals', value: Number(token.text) };
    throw cursor.problem('Inside anything but list, start|null|boolean is not supported.');
  });
  if (conditions.length === 0) throw cursor.problem(notAValue);
  return { kind: 'anything-but', conditions };
}

function compileNegatedOperator(cursor: JsonCursor): Condition {
  const { text: operator } = cursor.next();
  if (!negatable.has(operator)) throw cursor.problem(`Unsupported anything-but pattern: ${operator}`);
  if (cursor.next().kind === 'startObject') throw cursor.problem(notAValue);
  const conditions = forEachValue(cursor, (token) => compileNegated(cursor, operator, token));
  if (conditions.length === 0) throw cursor.problem('Empty arrays are not allowed');
  assertClosed(cursor);
  return { kind: 'anything-but', conditions };
}

function compileNegated(cursor: JsonCursor, operator: string, { kind, text }: Token): Condition {
  const isText = kind === 'string';
  switch (operator) {
    case 'equals-ignore-case':
      if (!isText) {
        throw cursor.problem(
          'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
        );
      }
      return { kind: operator, text: text.toLowerCase() };
    case 'wildcard':
      if (!isText) throw cursor.problem('wildcard match pattern must be a string');
      return { kind: operator, parts: compileWildcard(cursor, text) };
    default:
      if (!isText) throw cursor.problem('prefix/suffix match pattern must be a string');
      if (text === '') throw cursor.problem('Null prefix/suffix not allowed', { isRead: true });
      return { kind: operator === 'prefix' ? 'prefix' : 'suffix', text, isCaseIgnored: false };
  }
}

/** Of the value the cursor stands on, or of each in the list that begins there. */
function forEachValue(cursor: JsonCursor, compile: (token: Token) => Condition): Condition[] {
  if (cursor.token.kind !== 'startArray') return [compile(cursor.token)];
  const conditions: Condition[] = [];
  try {
    while (cursor.next().kind !== 'endArray') conditions.push(compile(cursor.token));
  } catch (error) {
    throw error instanceof PatternProblem ? error.inList() : error;
  }
  return conditions;
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
