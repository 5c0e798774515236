/**
 * A histogram with logarithmic bins, for percentiles. A value lands in the bin of all values within 1 % of the bin's
 * middle, so a percentile read from it is off by at most 1 % of the value. At most 512 bins are kept: beyond that the
 * lowest ones are put together, so that high percentiles stay exact to 1 % and low ones of data that spans more than
 * four orders of magnitude do not.
 */

const error = 0.01;
const growth = (1 + error) / (1 - error);
const logGrowth = Math.log(growth);
const binsMax = 512;
/** Magnitudes below this count as zero. */
const smallest = 1e-9;
/** Makes every index positive, so that a sign can tell negative values from positive ones. */
const offset = 100_000;

/** Number of values by bin. */
export type Sketch = Map<number, number>;

function keyOf(value: number): number {
  const magnitude = Math.abs(value);
  if (magnitude < smallest) return 0;
  const index = Math.ceil(Math.log(magnitude) / logGrowth) + offset;
  return value > 0 ? index : -index;
}

/** The middle of a bin. */
function valueOf(key: number): number {
  if (key === 0) return 0;
  const magnitude = (2 * Math.exp((Math.abs(key) - offset) * logGrowth)) / (growth + 1);
  return key > 0 ? magnitude : -magnitude;
}

export function addToSketch(sketch: Sketch, value: number, count: number): void {
  const key = keyOf(value);
  sketch.set(key, (sketch.get(key) ?? 0) + count);
  if (sketch.size > binsMax) putLowestTogether(sketch);
}

export function mergeSketch(into: Sketch, from: Sketch): void {
  for (const [key, count] of from) into.set(key, (into.get(key) ?? 0) + count);
  if (into.size > binsMax) putLowestTogether(into);
}

function putLowestTogether(sketch: Sketch): void {
  const keys = [...sketch.keys()].sort((a, b) => a - b);
  const low = keys.slice(0, keys.length - binsMax + 1);
  const kept = low.pop();
  if (kept === undefined) return;
  for (const key of low) {
    sketch.set(kept, (sketch.get(kept) ?? 0) + (sketch.get(key) ?? 0));
    sketch.delete(key);
  }
}

/** Bins in ascending order of value. */
export function binsOf(sketch: Sketch): { readonly value: number; readonly count: number }[] {
  return [...sketch].sort(([a], [b]) => a - b).map(([key, count]) => ({ value: valueOf(key), count }));
}

/** Twelve bytes a bin: key and count. */
export function encodeSketch(sketch: Sketch): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(sketch.size * 12));
  let at = 0;
  for (const [key, count] of sketch) {
    bytes.setInt32(at, key);
    bytes.setFloat64(at + 4, count);
    at += 12;
  }
  return new Uint8Array(bytes.buffer);
}

export function decodeSketch(encoded: Uint8Array): Sketch {
  const bytes = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const sketch: Sketch = new Map();
  for (let at = 0; at + 12 <= bytes.byteLength; at += 12)
    sketch.set(bytes.getInt32(at), bytes.getFloat64(at + 4));
  return sketch;
}
