import type { JsonCursor } from './json-cursor.ts';
import type { Condition } from './pattern.ts';

interface Test {
  readonly operator: string;
  readonly bound: number;
}

/** `["=", 5]`, one bound, or a lower bound and then an upper one. */
export function compileNumeric(cursor: JsonCursor): Condition {
  if (cursor.next().kind !== 'startArray') throw cursor.problem('Value of numeric must be an array.');
  if (cursor.next().kind !== 'string')
    throw cursor.problem(`Invalid member in numeric match: ${cursor.token.text}`);
  const { text: operator } = cursor.token;
  // The value is taken before the operator is looked at.
  cursor.next();
  if (!['=', '<', '<=', '>', '>='].includes(operator))
    throw cursor.problem(`Unrecognized numeric range operator: ${operator}`);
  const first = { operator, bound: boundOf(cursor, operator === '=' ? 'equals' : operator) };
  const isEnded = cursor.next().kind === 'endArray';
  if (isEnded) return { kind: 'numeric', tests: [first] };
  if (!operator.startsWith('>')) throw cursor.problem('Too many elements in numeric expression');
  return { kind: 'numeric', tests: [first, upperBound(cursor, first)] };
}

function boundOf(cursor: JsonCursor, name: string): number {
  if (cursor.token.kind !== 'number') throw cursor.problem(`Value of ${name} must be numeric`);
  return Number(cursor.token.text);
}

function upperBound(cursor: JsonCursor, bottom: Test): Test {
  const { kind, text: operator } = cursor.token;
  if (kind !== 'string') throw cursor.problem(`Bad value in numeric range: ${operator}`);
  if (operator !== '<' && operator !== '<=')
    throw cursor.problem(`Bad numeric range operator: ${operator}`, { isRead: true });
  cursor.next();
  const bound = boundOf(cursor, operator);
  if (cursor.next().kind !== 'endArray') throw cursor.problem('Too many terms in numeric range expression');
  if (bottom.bound >= bound) throw cursor.problem('Bottom must be less than top');
  return { operator, bound };
}
