import type { Budget } from './budget.ts';
import { ownText } from './rows.ts';
import { compareValues, Moment, toNumber, toText, type Value } from './values.ts';

/** Gathers one function's value over the rows of one group. */
export interface Aggregate {
  /** The parameters' values in a row, and when the row's event happened. */
  add(value: Value, second: Value, timestampMs: number): void;
  result(): Value;
}

/** By lower-case name: how few and how many parameters. `count(*)` has none. */
export const aggregateArity: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['count', [0, 1]],
  ['count_distinct', [1, 1]],
  ['sum', [1, 1]],
  ['avg', [1, 1]],
  ['min', [1, 1]],
  ['max', [1, 1]],
  ['pct', [2, 2]],
  ['stddev', [1, 1]],
  ['earliest', [1, 1]],
  ['latest', [1, 1]],
  ['sortsfirst', [1, 1]],
  ['sortslast', [1, 1]],
]);

export function createAggregate(name: string, hasParameter: boolean, budget: Budget): Aggregate {
  switch (name) {
    case 'count':
      return new Count(hasParameter);
    case 'count_distinct':
      return new Distinct(budget);
    case 'sum':
    case 'avg':
    case 'stddev':
      return new Moments(name);
    case 'pct':
      return new Percentile(budget);
    case 'min':
      return new Extreme((left, right) => toNumber(left) < toNumber(right), true);
    case 'max':
      return new Extreme((left, right) => toNumber(left) > toNumber(right), true);
    case 'sortsfirst':
      return new Extreme((left, right) => compareValues(left, right) < 0, false);
    case 'sortslast':
      return new Extreme((left, right) => compareValues(left, right) > 0, false);
    case 'earliest':
      return new AtTime((left, right) => left <= right);
    case 'latest':
      return new AtTime((left, right) => left > right);
    default:
      throw new Error(`no aggregate ${name}`);
  }
}

class Count implements Aggregate {
  readonly #hasParameter: boolean;
  #count = 0;

  constructor(hasParameter: boolean) {
    this.#hasParameter = hasParameter;
  }

  add(value: Value): void {
    if (!this.#hasParameter || value !== undefined) this.#count += 1;
  }

  result(): Value {
    return this.#count;
  }
}

class Distinct implements Aggregate {
  readonly #budget: Budget;
  readonly #seen = new Set<string>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  add(value: Value): void {
    const text = toText(value);
    if (text === undefined || this.#seen.has(text)) return;
    // A long text counts as the several cells that it fills.
    this.#budget.take(1 + Math.floor(text.length / 100));
    this.#seen.add(ownText(text));
  }

  result(): Value {
    return this.#seen.size;
  }
}

/** Sum, mean and standard deviation, by Welford's method. */
class Moments implements Aggregate {
  readonly #name: 'sum' | 'avg' | 'stddev';
  #count = 0;
  #sum = 0;
  #mean = 0;
  #squares = 0;

  constructor(name: 'sum' | 'avg' | 'stddev') {
    this.#name = name;
  }

  add(value: Value): void {
    const number = toNumber(value);
    if (Number.isNaN(number)) return;
    this.#count += 1;
    this.#sum += number;
    const difference = number - this.#mean;
    this.#mean += difference / this.#count;
    this.#squares += difference * (number - this.#mean);
  }

  result(): Value {
    if (this.#count === 0) return undefined;
    if (this.#name === 'sum') return this.#sum;
    if (this.#name === 'avg') return this.#sum / this.#count;
    // Of a sample, as the console's own figures are; unconfirmed.
    return this.#count === 1 ? 0 : Math.sqrt(this.#squares / (this.#count - 1));
  }
}

class Percentile implements Aggregate {
  readonly #budget: Budget;
  readonly #values: number[] = [];
  #share = Number.NaN;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  add(value: Value, share: Value): void {
    const number = toNumber(value);
    if (Number.isNaN(number)) return;
    this.#budget.take(1);
    this.#share = toNumber(share);
    this.#values.push(number);
  }

  /** The smallest value that is not less than that share of all. */
  result(): Value {
    if (!(this.#share >= 0 && this.#share <= 100)) return undefined;
    const sorted = Float64Array.from(this.#values).sort();
    return sorted[Math.max(0, Math.ceil((this.#share / 100) * sorted.length) - 1)];
  }
}

class Extreme implements Aggregate {
  readonly #isBetter: (left: Value, right: Value) => boolean;
  readonly #isNumeric: boolean;
  #best: Value;

  constructor(isBetter: (left: Value, right: Value) => boolean, isNumeric: boolean) {
    this.#isBetter = isBetter;
    this.#isNumeric = isNumeric;
  }

  add(value: Value): void {
    if (value === undefined) return;
    if (this.#isNumeric && Number.isNaN(toNumber(value))) return;
    if (this.#best === undefined || this.#isBetter(value, this.#best)) {
      this.#best = typeof value === 'string' ? ownText(value) : value;
    }
  }

  result(): Value {
    if (this.#best instanceof Moment || !this.#isNumeric || this.#best === undefined) return this.#best;
    return toNumber(this.#best);
  }
}

class AtTime implements Aggregate {
  readonly #isBetter: (left: number, right: number) => boolean;
  #timestampMs: number | undefined;
  #value: Value;

  constructor(isBetter: (left: number, right: number) => boolean) {
    this.#isBetter = isBetter;
  }

  add(value: Value, _second: Value, timestampMs: number): void {
    if (value === undefined) return;
    if (this.#timestampMs !== undefined && !this.#isBetter(timestampMs, this.#timestampMs)) return;
    this.#timestampMs = timestampMs;
    this.#value = typeof value === 'string' ? ownText(value) : value;
  }

  result(): Value {
    return this.#value;
  }
}
