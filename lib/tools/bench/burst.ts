import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { runLoad, type LoadResult, type LoadTarget } from './load.ts';
import { residentMb, type BenchEndpoint } from './starts.ts';

export interface BurstFigures {
  readonly callers: number;
  readonly load: LoadResult;
  /** Most execution environments at one time. */
  readonly environments: number;
  readonly endpointMb: number;
  /** Memory that the system swapped out meanwhile; NaN where it does not tell. */
  readonly swappedMb: number;
}

const callers = 1000;
const durationMs = 8000;
const lookEveryMs = 200;

/** A thousand callers of one function at once: as many environments are asked for. */
export async function measureBurst(endpoint: BenchEndpoint, slow: LoadTarget): Promise<BurstFigures> {
  const before = await swapUsedMb();
  let isOver = false;
  let environments = 0;
  let endpointMb = 0;
  let swapMb = before;
  const looking = (async () => {
    for (; !isOver; await pause(lookEveryMs)) {
      environments = Math.max(environments, await environmentsOf(endpoint.port));
      endpointMb = Math.max(endpointMb, await residentMb(endpoint.program.pid));
      swapMb = Math.max(swapMb, await swapUsedMb());
    }
  })();
  const load = await runLoad(slow, callers, durationMs);
  isOver = true;
  await looking;
  return { callers, load, environments, endpointMb, swappedMb: swapMb - before };
}

async function environmentsOf(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/_lambdeck/health`);
  const health = (await answer.json()) as { readonly environments: { readonly environments: number } };
  return health.environments.environments;
}

async function swapUsedMb(): Promise<number> {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN);
  return (of('SwapTotal') - of('SwapFree')) / 1024;
}
