import { print } from '../project.ts';
import { measureBurst, type BurstFigures } from './burst.ts';
import { measureSoak, type Holdings, type SoakFigures } from './soak.ts';
import { createBenchFunction, startBenchEndpoint } from './starts.ts';

const slowHandler =
  'exports.handler = () => new Promise((resolve) => setTimeout(resolve, 50, { ok: true }));\n';
/** What a garbage collector has not got to yet, and environments that come and go with deploys. */
const residentGrowthMax = 0.15;
const descriptorGrowthMax = 16;
const processGrowthMax = 4;

/** On an endpoint of its own: what it holds is looked at. */
export async function benchEndurance(bundle: string, requestFor: (name: string) => Buffer): Promise<void> {
  const endpoint = await startBenchEndpoint(bundle);
  try {
    await createBenchFunction(endpoint.lambda, 'warm');
    await createBenchFunction(endpoint.lambda, 'slow', { source: slowHandler });
    const target = (name: string) => ({
      host: '127.0.0.1',
      port: endpoint.port,
      request: requestFor(name),
    });
    printSoak(await measureSoak(endpoint, target('warm')));
    printBurst(await measureBurst(endpoint, target('slow')));
  } finally {
    await endpoint.stop();
  }
}

function printSoak({ seconds, early, late, done, failed, firstFailure }: SoakFigures): void {
  print(`\nMixed load for ${seconds} s: held early → late in the run\n`);
  const kinds = Object.entries(done).map(([name, count]) => `${count} ${name}`);
  print(`  done                       ${kinds.join(', ')}; ${failed} failed`);
  if (firstFailure !== undefined) print(`  first failure              ${firstFailure.slice(0, 200)}`);
  const line = (name: string, member: keyof Holdings, growthMax: number, unit = '') => {
    const growth = late[member] - early[member];
    print(
      `  ${name.padEnd(26)} ${early[member].toFixed(0)} → ${late[member].toFixed(0)}${unit} ` +
        `(bar: +${growthMax.toFixed(0)})${growth > growthMax ? ' over' : ''}`,
    );
  };
  line('resident memory', 'residentMb', early.residentMb * residentGrowthMax, ' MB');
  line('descriptors', 'descriptors', descriptorGrowthMax);
  line('processes', 'processes', processGrowthMax);
}

function printBurst({ callers: asked, load, environments, endpointMb, swappedMb }: BurstFigures): void {
  print(`\nBurst of ${asked} callers of one function\n`);
  print(
    `  answered                   ${load.requestsPerSecond.toFixed(0)}/s, p50 ${load.p50Ms.toFixed(0)} ms, ` +
      `p99 ${load.p99Ms.toFixed(0)} ms; ${load.failures} refused or failed`,
  );
  print(
    `  environments, endpoint     ${environments}, ${endpointMb.toFixed(0)} MB; ${swappedMb.toFixed(0)} MB swapped out (bar: 0)`,
  );
}
