import { runBrowserTests } from './browser-run.ts';
import { findBrowser } from './browser.ts';
import { ensureConsoleBuild } from './builds.ts';
import { openStage } from './e2e-stage.ts';
import { installPeers, startPeers } from './peers.ts';
import { print } from './project.ts';
import { tallyLine } from './tally.ts';
import { ToolFailure } from './tool-failure.ts';

/** The browser journeys against endpoints that nobody here wrote; arguments go to Playwright. */
export async function run(args: readonly string[]): Promise<number> {
  await installPeers();
  const browser = findBrowser();
  if (!browser.isFound)
    throw new ToolFailure(`The journeys against the peers did not run: ${browser.reason}`);
  const server = await ensureConsoleBuild();
  const peers = await startPeers();
  try {
    const connections = peers.map(({ id, url }) => ({ id, endpointUrl: url, accessKeyId: 'test' }));
    const opened = await openStage({ server, connections, hasGuardedConsole: false });
    try {
      const tally = await runBrowserTests({
        browser: browser.path,
        projects: ['peers'],
        stageFile: opened.file,
        workers: 2,
        args,
      });
      print();
      print(tallyLine(tally));
      return tally.failed === 0 ? 0 : 1;
    } finally {
      await opened.close();
    }
  } finally {
    await Promise.all(peers.map(({ program }) => program.stop()));
  }
}
