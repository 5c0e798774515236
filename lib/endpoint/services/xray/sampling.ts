/** The default rule: the first request of each second, and five of a hundred beyond. */
export const defaultRule = { reservoirSize: 1, fixedRate: 0.05 } as const;

export interface Sampler {
  /** Whether a request that nobody upstream decided about is traced; `thing` names what is asked. */
  sample(thing: string, nowMs: number): boolean;
}

/** Things whose current second is remembered. */
const thingsMax = 10_000;

export function createSampler(random: () => number = Math.random): Sampler {
  const seconds = new Map<string, number>();
  return {
    sample(thing, nowMs) {
      const second = Math.floor(nowMs / 1000);
      if (seconds.get(thing) !== second) {
        if (seconds.size >= thingsMax) seconds.clear();
        seconds.set(thing, second);
        return true;
      }
      return random() < defaultRule.fixedRate;
    },
  };
}
