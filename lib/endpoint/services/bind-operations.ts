import type { Operation } from './service.ts';

/** Gives each factory of a generated table the parts its service shares, e.g. the repository and the clock. */
export function bindOperations<Parts>(
  factories: Readonly<Record<string, (parts: Parts) => Operation>>,
  parts: Parts,
): Readonly<Record<string, Operation>> {
  return Object.fromEntries(Object.entries(factories).map(([name, factory]) => [name, factory(parts)]));
}
