import type { Tally } from './tally.ts';

export interface Dimension {
  readonly name: string;
  readonly value: string;
}

export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** What names a metric. */
export interface MetricKey extends Place {
  readonly namespace: string;
  readonly name: string;
  /** Sorted by name. */
  readonly dimensions: readonly Dimension[];
}

export interface MetricRecord extends MetricKey {
  readonly id: number;
  /** Newest value, milliseconds since 1970. */
  readonly lastMs: number;
}

/** Seconds that a bucket covers. */
export type BucketPeriod = 60 | 300 | 3600;

export interface Bucket {
  readonly period: number;
  /** Seconds since 1970, a multiple of the period. */
  readonly start: number;
  readonly unit: string;
  readonly tally: Tally;
}

/** Names must be in one order wherever two sets are compared. */
export function sortDimensions(dimensions: readonly Dimension[]): Dimension[] {
  return [...dimensions].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

export function dimensionsText(dimensions: readonly Dimension[]): string {
  return JSON.stringify(dimensions.map(({ name, value }) => [name, value]));
}

export function parseDimensions(text: string): Dimension[] {
  return (JSON.parse(text) as [string, string][]).map(([name, value]) => ({ name, value }));
}
