import { own } from '../../../../shared/own.ts';
import { validationError } from '../errors.ts';
import type { Points } from '../read-series.ts';
import type { Expression } from './parse.ts';

export interface Series {
  readonly label: string;
  readonly points: Points;
  /** Seconds between two points. */
  readonly period: number;
}

export type Value =
  | { readonly kind: 'scalar'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'series'; readonly series: Series }
  | { readonly kind: 'many'; readonly list: readonly Series[] };

export interface Surroundings {
  /** What another query of the request is worth. */
  lookUp(id: string): Value;
  /** All metrics of the request, or those whose id holds the text. */
  metrics(part: string): readonly Series[];
  search(expression: string, statistic: string, period: number | undefined): readonly Series[];
  /** Starts of periods in the range asked for. */
  times(period: number): readonly number[];
}

const operators: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '<': (a, b) => Number(a < b),
  '>': (a, b) => Number(a > b),
  '<=': (a, b) => Number(a <= b),
  '>=': (a, b) => Number(a >= b),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
  '||': (a, b) => Number(a !== 0 || b !== 0),
};
const each: Readonly<Record<string, (value: number) => number>> = {
  ABS: Math.abs,
  CEIL: Math.ceil,
  FLOOR: Math.floor,
};
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const folds: Readonly<Record<string, (values: readonly number[]) => number>> = {
  SUM: total,
  AVG: (values) => total(values) / values.length,
  MIN: (values) => values.reduce((a, b) => Math.min(a, b)),
  MAX: (values) => values.reduce((a, b) => Math.max(a, b)),
};
/** Functions of metric math that are understood. */
export const functionNames = [
  ...Object.keys(each),
  ...Object.keys(folds),
  'FILL',
  'IF',
  'METRICS',
  'PERIOD',
  'SEARCH',
];

/** Points where one side is missing are missing in the result, as in CloudWatch; so are those of a division by 0. */
export function evaluate(expression: Expression, around: Surroundings): Value {
  const run = (inner: Expression): Value => evaluate(inner, around);
  switch (expression.kind) {
    case 'number':
      return { kind: 'scalar', value: expression.value };
    case 'text':
      return { kind: 'text', value: expression.value };
    case 'name':
      return around.lookUp(expression.name);
    case 'list':
      return { kind: 'many', list: expression.items.flatMap((item) => seriesOf(run(item))) };
    case 'binary': {
      const apply = operators[expression.operator];
      if (!apply) throw validationError(`The operator ${expression.operator} is not supported.`);
      return combine(run(expression.left), run(expression.right), apply);
    }
    case 'call':
      return call(expression.name, expression.args.map(run), around);
  }
}

function call(name: string, args: readonly Value[], around: Surroundings): Value {
  const [first, second, third] = args;
  const map = own(each, name);
  if (map && first) return combine(first, { kind: 'scalar', value: 0 }, map);
  const fold = own(folds, name);
  if (fold && first?.kind === 'many') return { kind: 'series', series: foldList(first.list, fold, name) };
  if (fold && first?.kind === 'series')
    return { kind: 'scalar', value: fold([...first.series.points.values()]) };
  if (name === 'METRICS')
    return { kind: 'many', list: around.metrics(first?.kind === 'text' ? first.value : '') };
  if (name === 'PERIOD' && first?.kind === 'series') return { kind: 'scalar', value: first.series.period };
  if (name === 'SEARCH' && first?.kind === 'text' && second?.kind === 'text') {
    const period = third?.kind === 'scalar' ? third.value : undefined;
    return { kind: 'many', list: around.search(first.value, second.value, period) };
  }
  if (name === 'FILL' && first && second) return fill(first, second, around);
  if (name === 'IF' && first && second) return choose(first, second, third);
  throw validationError(
    functionNames.includes(name)
      ? `The arguments of ${name} are not supported.`
      : `The function ${name} is not supported by the Lambdeck endpoint; it knows ${functionNames.join(', ')}.`,
  );
}

/** Time series of a value; a text has none. */
export function seriesOf(value: Value): readonly Series[] {
  if (value.kind === 'series') return [value.series];
  if (value.kind === 'many') return value.list;
  throw validationError('The expression must be a time series.');
}

function combine(left: Value, right: Value, apply: (a: number, b: number) => number): Value {
  if (left.kind === 'text' || right.kind === 'text')
    throw validationError('A text has no value to compute with.');
  if (left.kind === 'scalar' && right.kind === 'scalar')
    return { kind: 'scalar', value: apply(left.value, right.value) };
  if (left.kind === 'many' || right.kind === 'many') {
    if (left.kind === 'many' && right.kind === 'many')
      throw validationError('Two lists of time series cannot be computed with each other.');
    const [list, other] = left.kind === 'many' ? [left.list, right] : [seriesOf(right), left];
    return {
      kind: 'many',
      list: list.flatMap((series) => {
        const one: Value = { kind: 'series', series };
        return seriesOf(left.kind === 'many' ? combine(one, other, apply) : combine(other, one, apply));
      }),
    };
  }
  const base = left.kind === 'series' ? left.series : seriesOf(right)[0];
  const points: Points = new Map();
  for (const time of base?.points.keys() ?? []) {
    const a = valueAt(left, time);
    const b = valueAt(right, time);
    if (a === undefined || b === undefined) continue;
    const result = apply(a, b);
    if (Number.isFinite(result)) points.set(time, result);
  }
  return { kind: 'series', series: { label: base?.label ?? '', period: base?.period ?? 60, points } };
}

function valueAt(value: Value, time: number): number | undefined {
  if (value.kind === 'scalar') return value.value;
  return value.kind === 'series' ? value.series.points.get(time) : undefined;
}

function foldList(
  list: readonly Series[],
  fold: (values: readonly number[]) => number,
  label: string,
): Series {
  const byTime = new Map<number, number[]>();
  for (const { points } of list) {
    for (const [time, value] of points) {
      const values = byTime.get(time);
      if (values) values.push(value);
      else byTime.set(time, [value]);
    }
  }
  const points: Points = new Map([...byTime].map(([time, values]) => [time, fold(values)]));
  return { label, period: list[0]?.period ?? 60, points };
}

/** The second value, or REPEAT for the last one known; LINEAR is not supported. */
function fill(target: Value, filler: Value, around: Surroundings): Value {
  if (target.kind === 'many')
    return { kind: 'many', list: target.list.map((series) => fillOne(series, filler, around)) };
  if (target.kind !== 'series') throw validationError('FILL needs a time series.');
  return { kind: 'series', series: fillOne(target.series, filler, around) };
}

function fillOne(series: Series, filler: Value, around: Surroundings): Series {
  // REPEAT stands without quotes in CloudWatch; the evaluator hands it over as text.
  const repeats = filler.kind === 'text' && filler.value === 'REPEAT';
  if (filler.kind === 'text' && !repeats)
    throw validationError('FILL takes a number, a time series or REPEAT.');
  const points: Points = new Map();
  let last: number | undefined;
  for (const time of around.times(series.period)) {
    last = series.points.get(time) ?? (repeats ? last : valueAt(filler, time));
    if (last !== undefined) points.set(time, last);
  }
  return { ...series, points };
}

/** `IF(condition, then[, else])`; without an else the point is missing where the condition is 0. */
function choose(condition: Value, whenTrue: Value, whenFalse: Value | undefined): Value {
  if (condition.kind === 'scalar') {
    const chosen = condition.value !== 0 ? whenTrue : whenFalse;
    return chosen ?? { kind: 'series', series: { label: '', period: 60, points: new Map() } };
  }
  if (condition.kind !== 'series')
    throw validationError('The condition of IF must be one time series or a number.');
  const points: Points = new Map();
  for (const [time, held] of condition.series.points) {
    const chosen = held !== 0 ? whenTrue : whenFalse;
    const value = chosen && valueAt(chosen, time);
    if (value !== undefined) points.set(time, value);
  }
  return { kind: 'series', series: { ...condition.series, points } };
}
