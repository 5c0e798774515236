/** Where an alias sends its invocations: one version, or two by weight. */
export interface AliasRouting {
  readonly version: string;
  /** Gets the rest of the calls when there is no second version. */
  readonly second?: { readonly version: string; readonly percent: number } | undefined;
}

/** AWS's weight of 0 to 1 as a percentage with at most two digits, so that 0.29 does not read 28.999… */
export function toPercent(weight: number): number {
  return Math.round(weight * 10_000) / 100;
}

/** A percentage as AWS's weight. */
export function toWeight(percent: number): number {
  return Math.round(percent * 100) / 10_000;
}

/** Every version of an alias with its share, the main one first. */
export function routingShares({
  version,
  second,
}: AliasRouting): readonly { version: string; percent: number }[] {
  if (!second) return [{ version, percent: 100 }];
  return [{ version, percent: toPercent(1 - toWeight(second.percent)) }, second];
}

/** Reads a percentage as typed, 0 to 100 with at most two decimals; NaN for anything else. */
export function parsePercent(text: string): number {
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value <= 100 ? value : Number.NaN;
}
