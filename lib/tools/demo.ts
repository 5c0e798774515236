import { print } from './project.ts';
import { runInBrowser } from './suites.ts';
import { tallyLine } from './tally.ts';

/** Plays the walkthroughs and keeps a picture of each scene; arguments go to Playwright. */
export async function run(args: readonly string[]): Promise<number> {
  const tally = await runInBrowser(['demos'], args);
  print();
  print('Pictures: test-results/demo');
  print(tallyLine(tally));
  return tally.failed === 0 ? 0 : 1;
}
