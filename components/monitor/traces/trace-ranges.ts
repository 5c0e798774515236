const hourMs = 3_600_000;

/** How far back traces are looked for; X-Ray draws maps of six hours at most. */
export const traceRanges = [
  { id: '30m', ms: hourMs / 2 },
  { id: '1h', ms: hourMs },
  { id: '3h', ms: 3 * hourMs },
  { id: '6h', ms: 6 * hourMs },
] as const;

export type TraceRange = (typeof traceRanges)[number];

export function readTraceRange(text: string | undefined): TraceRange {
  return traceRanges.find(({ id }) => id === text) ?? { id: '1h', ms: hourMs };
}
