const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How far back a search goes. */
export const ranges = [
  { id: '15m', ms: 15 * minuteMs },
  { id: '1h', ms: hourMs },
  { id: '3h', ms: 3 * hourMs },
  { id: '1d', ms: 24 * hourMs },
  { id: 'all', ms: undefined },
] as const;

export type RangeId = (typeof ranges)[number]['id'];

export function parseRange(text: string | undefined): RangeId {
  return ranges.find(({ id }) => id === text)?.id ?? '1h';
}

/** Where a range begins, in milliseconds since 1970. */
export function rangeStart(id: RangeId, nowMs: number): number {
  const ms = ranges.find((range) => range.id === id)?.ms;
  return ms === undefined ? 0 : nowMs - ms;
}
