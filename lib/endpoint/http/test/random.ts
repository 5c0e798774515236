/** A whole number from 0 to below `below`. */
export type Random = (below: number) => number;

/** A small, well-known generator (mulberry32): the standard one cannot be seeded. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One of these, which must not be none. */
export function oneOf<T>(values: readonly [T, ...T[]] | readonly T[], random: Random): T {
  return values[random(values.length)] as T;
}
