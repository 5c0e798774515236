/** Arithmetic of a graph: round axis values, positions, paths with gaps. */

export const chart = { width: 320, height: 156, left: 52, right: 8, top: 8, bottom: 22 } as const;

const plotWidth = chart.width - chart.left - chart.right;
const plotHeight = chart.height - chart.top - chart.bottom;

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that is not below a value; 1 for nothing. */
export function niceCeiling(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** Centre of a moment. */
export const xOf = (index: number, length: number) =>
  chart.left + ((index + 0.5) / Math.max(1, length)) * plotWidth;

export const yOf = (value: number, top: number) =>
  chart.top + plotHeight - (Math.min(value, top) / top) * plotHeight;

/** The moment nearest to a horizontal position, in the units of the drawing. */
export function indexAt(x: number, length: number): number {
  const share = (x - chart.left) / plotWidth;
  return Math.max(0, Math.min(length - 1, Math.floor(share * length)));
}

/** Around the point where the pen is, and back to it. */
const ring = 'm-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0';

/** A line that lifts the pen over gaps. A value alone between two gaps becomes a ring. */
export function linePath(values: readonly (number | null)[], top: number): string {
  let path = '';
  let isDown = false;
  values.forEach((value, index) => {
    if (value === null) {
      isDown = false;
      return;
    }
    const point = `${xOf(index, values.length).toFixed(1)} ${yOf(value, top).toFixed(1)}`;
    const isAlone = !isDown && (values[index + 1] ?? null) === null;
    path += isDown ? `L${point}` : `M${point}${isAlone ? ring : ''}`;
    isDown = true;
  });
  return path;
}

/** Bars from the ground up, next to those of the other series of the same graph. */
export function barPath(
  values: readonly (number | null)[],
  top: number,
  place: { readonly index: number; readonly count: number },
): string {
  const slot = plotWidth / Math.max(1, values.length);
  const width = Math.max(0.6, (slot * 0.7) / place.count);
  return values
    .map((value, index) => {
      if (value === null || value === 0) return '';
      const x = xOf(index, values.length) - slot * 0.35 + place.index * width;
      const y = yOf(value, top);
      return `M${x.toFixed(2)} ${(chart.top + plotHeight).toFixed(1)}V${y.toFixed(1)}h${width.toFixed(2)}V${(chart.top + plotHeight).toFixed(1)}Z`;
    })
    .join('');
}
