import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleEndpoint } from '../build-endpoint.ts';
import { inProject } from '../project.ts';
import { percentile, runLoad, type LoadTarget } from './load.ts';
import { createBenchFunction, startBenchEndpoint, type BenchEndpoint } from './starts.ts';

/** Warm invokes a second with and without metrics, logs, traces and the count of concurrency. */
export interface AccountingFigures {
  readonly onPerSecond: number;
  readonly offPerSecond: number;
  /** Median over the rounds; negative when noise is all there is. */
  readonly slowerPercent: number;
}

const connections = 8;
const rounds = 5;
const warmMs = 3000;

/**
 * Runs the endpoint beside itself without its accounting, in turns, so that a machine that grows busy meanwhile slows
 * both. `request` makes the bytes of an invoke of a function.
 */
export async function measureAccounting(
  bundle: string,
  request: (name: string) => Buffer,
  durationMs: number,
): Promise<AccountingFigures> {
  const folder = inProject(`dist/bench-endpoint-${process.pid}`);
  const started: BenchEndpoint[] = [];
  try {
    await bundleEndpoint(folder, inProject('lib/tools/bench/uncounted-endpoint.mjs'));
    const targets: LoadTarget[] = [];
    for (const main of [bundle, path.join(folder, 'main.js')]) {
      const endpoint = await startBenchEndpoint(main);
      started.push(endpoint);
      await createBenchFunction(endpoint.lambda, 'counted', { tracing: 'Active' });
      const target = { host: '127.0.0.1', port: endpoint.port, request: request('counted') };
      await runLoad(target, connections, warmMs);
      targets.push(target);
    }
    const figures: number[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const pair: number[] = [];
      for (const target of targets)
        pair.push((await runLoad(target, connections, durationMs)).requestsPerSecond);
      figures.push(pair);
    }
    return {
      onPerSecond: median(figures.map(([on = Number.NaN]) => on)),
      offPerSecond: median(figures.map(([, off = Number.NaN]) => off)),
      slowerPercent: median(figures.map(([on = Number.NaN, off = Number.NaN]) => (1 - on / off) * 100)),
    };
  } finally {
    for (const endpoint of started) await endpoint.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function median(values: number[]): number {
  return percentile(
    values.sort((left, right) => left - right),
    0.5,
  );
}
