import { addToSketch, binsOf, mergeSketch, type Sketch } from './sketch.ts';

/** What is known of some values of one metric. */
export interface Tally {
  count: number;
  sum: number;
  min: number;
  max: number;
  /** Undefined while all values are the same. */
  sketch: Sketch | undefined;
}

export function emptyTally(): Tally {
  return { count: 0, sum: 0, min: Infinity, max: -Infinity, sketch: undefined };
}

/** Adds a value that came `count` times. */
export function addValue(tally: Tally, value: number, count = 1): void {
  if (tally.sketch) addToSketch(tally.sketch, value, count);
  else if (tally.count > 0 && value !== tally.min) {
    tally.sketch = new Map();
    addToSketch(tally.sketch, tally.min, tally.count);
    addToSketch(tally.sketch, value, count);
  }
  tally.count += count;
  tally.sum += value * count;
  if (value < tally.min) tally.min = value;
  if (value > tally.max) tally.max = value;
}

export function mergeTally(into: Tally, from: Tally): void {
  if (from.count === 0) return;
  const areSame = !into.sketch && !from.sketch && (into.count === 0 || into.min === from.min);
  if (!areSame) {
    const sketch = into.sketch ?? new Map<number, number>();
    if (!into.sketch && into.count > 0) addToSketch(sketch, into.min, into.count);
    if (from.sketch) mergeSketch(sketch, from.sketch);
    else addToSketch(sketch, from.min, from.count);
    into.sketch = sketch;
  }
  into.count += from.count;
  into.sum += from.sum;
  into.min = Math.min(into.min, from.min);
  into.max = Math.max(into.max, from.max);
}

/** The values in ascending order, each with how often it came; kept between minimum and maximum. */
export function valuesOf(tally: Tally): { readonly value: number; readonly count: number }[] {
  if (!tally.sketch) return tally.count > 0 ? [{ value: tally.min, count: tally.count }] : [];
  return binsOf(tally.sketch).map(({ value, count }) => ({
    value: Math.min(tally.max, Math.max(tally.min, value)),
    count,
  }));
}
