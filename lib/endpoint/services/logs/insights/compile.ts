import { functionOrThrow } from './functions.ts';
import type { Row } from './rows.ts';
import type { Comparison, Expression, LikePattern, Operator, Period } from './syntax.ts';
import { compareValues, isTrue, Moment, toNumber, toText, type Value } from './values.ts';

export type Evaluate = (row: Row) => Value;

/** Turns an expression into a function of a row. `aggregate` says what a call such as count(*) reads. */
export function compile(
  expression: Expression,
  aggregate: (call: Extract<Expression, { kind: 'aggregate' }>) => Evaluate = refuseAggregate,
): Evaluate {
  const inner = (part: Expression) => compile(part, aggregate);
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'field': {
      const { name } = expression;
      return (row) => row.get(name);
    }
    case 'arithmetic':
      return arithmetic(expression.operator, inner(expression.left), inner(expression.right));
    case 'comparison':
      return comparison(expression.operator, inner(expression.left), inner(expression.right));
    case 'and': {
      const parts = expression.parts.map(inner);
      return (row) => parts.every((part) => isTrue(part(row)));
    }
    case 'or': {
      const parts = expression.parts.map(inner);
      return (row) => parts.some((part) => isTrue(part(row)));
    }
    case 'not': {
      const condition = inner(expression.inner);
      return (row) => !isTrue(condition(row));
    }
    case 'like':
      return like(inner(expression.value), expression.pattern);
    case 'in': {
      const [value, choices] = [inner(expression.value), expression.choices.map(inner)];
      return (row) => {
        const wanted = value(row);
        return wanted !== undefined && choices.some((choice) => equals(wanted, choice(row)));
      };
    }
    case 'call': {
      const [call, parameters] = [functionOrThrow(expression.name), expression.parameters.map(inner)];
      return (row) => call(parameters.map((parameter) => parameter(row)));
    }
    case 'bin':
      return bin(inner(expression.value), expression.period, expression.rounding);
    case 'aggregate':
      return aggregate(expression);
  }
}

/** The fields an expression reads. */
export function fieldsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'field':
      return [expression.name];
    case 'arithmetic':
    case 'comparison':
      return [...fieldsOf(expression.left), ...fieldsOf(expression.right)];
    case 'and':
    case 'or':
      return expression.parts.flatMap(fieldsOf);
    case 'not':
      return fieldsOf(expression.inner);
    case 'like':
    case 'bin':
      return fieldsOf(expression.value);
    case 'in':
      return [expression.value, ...expression.choices].flatMap(fieldsOf);
    case 'call':
    case 'aggregate':
      return expression.parameters.flatMap(fieldsOf);
  }
}

function refuseAggregate(): Evaluate {
  throw new Error('an aggregate outside stats');
}

function arithmetic(operator: Operator, left: Evaluate, right: Evaluate): Evaluate {
  const work: Readonly<Record<Operator, (a: number, b: number) => number>> = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
    '%': (a, b) => a % b,
    '^': (a, b) => a ** b,
  };
  const apply = work[operator];
  return (row) => {
    const result = apply(toNumber(left(row)), toNumber(right(row)));
    return Number.isFinite(result) ? result : undefined;
  };
}

function comparison(operator: Comparison, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case '=':
      return (row) => equals(left(row), right(row));
    case '!=':
      return (row) => !equals(left(row), right(row));
    case '<':
      return ordered(left, right, (order) => order < 0);
    case '<=':
      return ordered(left, right, (order) => order <= 0);
    case '>':
      return ordered(left, right, (order) => order > 0);
    case '>=':
      return ordered(left, right, (order) => order >= 0);
  }
}

/** A field that an event does not have is neither more nor less than anything. */
function ordered(left: Evaluate, right: Evaluate, isWanted: (order: number) => boolean): Evaluate {
  return (row) => {
    const [first, second] = [left(row), right(row)];
    if (first === undefined || second === undefined) return false;
    return isWanted(compareValues(first, second));
  };
}

function equals(left: Value, right: Value): boolean {
  if (left === undefined || right === undefined) return false;
  return left === right || compareValues(left, right) === 0;
}

function like(value: Evaluate, pattern: LikePattern): Evaluate {
  if (pattern.kind === 'text') return (row) => toText(value(row))?.includes(pattern.text) ?? false;
  const regex = new RegExp(pattern.source, pattern.flags);
  return (row) => {
    const text = toText(value(row));
    return text !== undefined && regex.test(text);
  };
}

const fixedMs: Readonly<Partial<Record<Period['unit'], number>>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
/** Monday, the fifth of January 1970. */
const firstMondayMs = 4 * 86_400_000;
const months: Readonly<Partial<Record<Period['unit'], number>>> = { mo: 1, q: 3, y: 12 };

function bin(value: Evaluate, period: Period, rounding: 'floor' | 'ceiling'): Evaluate {
  const isCeiling = rounding === 'ceiling';
  return (row) => {
    const ms = toNumber(value(row));
    if (Number.isNaN(ms)) return undefined;
    const floor = floorOf(ms, period);
    return new Moment(isCeiling && floor !== ms ? nextAfter(floor, period) : floor);
  };
}

function floorOf(ms: number, { count, unit }: Period): number {
  const monthCount = months[unit];
  if (monthCount !== undefined) {
    const date = new Date(ms);
    const month = (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
    return Date.UTC(1970, Math.floor(month / (monthCount * count)) * monthCount * count);
  }
  const size = (fixedMs[unit] ?? 7 * 86_400_000) * count;
  const origin = unit === 'w' ? firstMondayMs : 0;
  return Math.floor((ms - origin) / size) * size + origin;
}

function nextAfter(floor: number, { count, unit }: Period): number {
  const monthCount = months[unit];
  if (monthCount === undefined) return floor + (fixedMs[unit] ?? 7 * 86_400_000) * count;
  const date = new Date(floor);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthCount * count);
}
