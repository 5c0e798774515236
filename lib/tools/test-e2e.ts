import { print } from './project.ts';
import { runJourneys } from './suites.ts';
import { tallyLine } from './tally.ts';

/** Browser tests against the built product; arguments go to Playwright. */
export async function run(args: readonly string[]): Promise<number> {
  const tally = await runJourneys(args);
  print();
  print(tallyLine(tally));
  return tally.failed === 0 ? 0 : 1;
}
