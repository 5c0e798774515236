import { isEqual, isTrue, toText, type Budget, type Value } from './values.ts';

/** Whole numbers divide into whole numbers, as in Java. What is no number gives nothing. */
const arithmetic: Readonly<Record<string, (one: number, other: number) => number | undefined>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) =>
    other === 0
      ? undefined
      : Number.isInteger(one) && Number.isInteger(other)
        ? Math.trunc(one / other)
        : one / other,
  '%': (one, other) => (other === 0 ? undefined : one % other),
};

const order: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  '<': (one, other) => one < other,
  '>': (one, other) => one > other,
  '<=': (one, other) => one <= other,
  '>=': (one, other) => one >= other,
};

/** An operator between two values; the second is asked for only when it decides. */
export function operate(operator: string, one: Value, second: () => Value, budget: Budget): Value {
  if (operator === '&&') return isTrue(one) && isTrue(second());
  if (operator === '||') return isTrue(one) || isTrue(second());
  const other = second();
  if (operator === '==') return isEqual(one, other, budget);
  if (operator === '!=') return !isEqual(one, other, budget);
  if (operator === '+' && (typeof one === 'string' || typeof other === 'string'))
    return budget.text(toText(one, budget) + toText(other, budget));
  if (typeof one !== 'number' || typeof other !== 'number') return undefined;
  return (order[operator] ?? arithmetic[operator])?.(one, other);
}
