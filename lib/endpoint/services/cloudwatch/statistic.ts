import { valuesOf, type Tally } from './tally.ts';

/** Reads one figure from a bucket; undefined where the bucket has none, e.g. a trimmed mean of nothing. */
export type Statistic = (tally: Tally) => number | undefined;

const plain: Readonly<Record<string, Statistic>> = {
  SampleCount: ({ count }) => count,
  Sum: ({ sum }) => sum,
  Average: ({ sum, count }) => sum / count,
  Minimum: ({ min }) => min,
  Maximum: ({ max }) => max,
  IQM: (tally) => trimmed('tm', tally, byPercent(tally, 25, 75)),
};

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A statistic by AWS's name: `Sum`, `p99.9`, `tm90`, `TM(10%:90%)`, `PR(0:500)` and their kin; undefined for others. */
export function statisticOf(name: string): Statistic | undefined {
  const known = Object.hasOwn(plain, name) ? plain[name] : undefined;
  if (known) return known;
  const short = /^(p|tm|wm|tc|ts)(\d{1,3}(?:\.\d{1,10})?)$/.exec(name);
  if (short) {
    const [, kind = '', text = ''] = short;
    const percent = Number(text);
    if (percent > 100) return undefined;
    if (kind === 'p') return (tally) => percentile(tally, percent);
    return (tally) => trimmed(kind, tally, byPercent(tally, 0, percent));
  }
  const long = /^(TM|WM|TC|TS|PR)\(([\d.]*)(%?):([\d.]*)(%?)\)$/.exec(name);
  if (!long) return undefined;
  const [, kind = '', from = '', fromSign, to = '', toSign] = long;
  if (from === '' && to === '') return undefined;
  if ([from, to].some((text) => Number.isNaN(Number(text)))) return undefined;
  const isPercent = fromSign === '%' || toSign === '%';
  const bounds = (tally: Tally): Bounds =>
    isPercent
      ? byPercent(tally, from === '' ? 0 : Number(from), to === '' ? 100 : Number(to))
      : byValue(tally, from === '' ? -Infinity : Number(from), to === '' ? Infinity : Number(to));
  if (kind !== 'PR') return (tally) => trimmed(kind.toLowerCase(), tally, bounds(tally));
  if (isPercent) return undefined;
  return (tally) => {
    const { low, high } = bounds(tally);
    return (100 * (high - low)) / tally.count;
  };
}

function percentile(tally: Tally, percent: number): number | undefined {
  if (percent === 0) return tally.min;
  if (percent === 100) return tally.max;
  const rank = (percent / 100) * tally.count;
  let seen = 0;
  for (const { value, count } of valuesOf(tally)) {
    seen += count;
    if (seen >= rank - 1e-9) return value;
  }
  return tally.count > 0 ? tally.max : undefined;
}

/** Bounds as ranks: how many values lie below each. */
function byPercent({ count }: Tally, low: number, high: number): Bounds {
  return { low: (count * low) / 100, high: (count * high) / 100 };
}

function byValue(tally: Tally, from: number, to: number): Bounds {
  let low = 0;
  let high = 0;
  for (const { value, count } of valuesOf(tally)) {
    if (value <= from && from !== -Infinity) low += count;
    if (value <= to) high += count;
  }
  return { low, high: Math.max(low, high) };
}

function trimmed(kind: string, tally: Tally, { low, high }: Bounds): number | undefined {
  let seen = 0;
  let count = 0;
  let sum = 0;
  let lowest: number | undefined;
  let highest = 0;
  for (const bin of valuesOf(tally)) {
    const taken = Math.min(seen + bin.count, high) - Math.max(seen, low);
    seen += bin.count;
    if (taken <= 0) continue;
    lowest ??= bin.value;
    highest = bin.value;
    count += taken;
    sum += taken * bin.value;
  }
  if (kind === 'tc') return Math.round(count);
  if (kind === 'ts') return sum;
  if (lowest === undefined) return undefined;
  if (kind === 'tm') return sum / count;
  // Winsorized: what was cut off counts as the nearest value that was kept.
  return (sum + low * lowest + (tally.count - high) * highest) / tally.count;
}
