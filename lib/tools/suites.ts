import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from './addresses.ts';
import { runBrowserTests } from './browser-run.ts';
import { findBrowser } from './browser.ts';
import { ensureConsoleBuild, ensureEndpointBundle } from './builds.ts';
import { openStage } from './e2e-stage.ts';
import { inProject, print, projectFolder } from './project.ts';
import { tallyOfVitest, type Tally } from './tally.ts';

const workers = 2;

/** The unit tests: vitest over the whole checkout. */
export async function runUnitTests(): Promise<Tally> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lambdeck-unit-'));
  const report = path.join(folder, 'report.json');
  const child = spawn(
    process.execPath,
    [
      inProject('node_modules/vitest/vitest.mjs'),
      'run',
      ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const text = await readFile(report, 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const tally = tallyOfVitest(JSON.parse(text));
  // An error outside of a test (an unhandled rejection) fails the run without failing a test.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** The journeys and the accessibility tests. */
export function runJourneys(args: readonly string[] = []): Promise<Tally> {
  return runInBrowser(['journeys', 'a11y'], args);
}

/** Projects of the Playwright configuration, against the built product on free ports. */
export async function runInBrowser(projects: readonly string[], args: readonly string[]): Promise<Tally> {
  const browser = findBrowser();
  if (!browser.isFound) {
    print(`Browser tests did not run: ${browser.reason}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const endpointBundle = await ensureEndpointBundle();
  const server = await ensureConsoleBuild();
  const connections = [];
  for (let index = 0; index < workers; index += 1) {
    connections.push({
      id: `worker-${index}`,
      endpointUrl: `http://127.0.0.1:${await findFreePort()}`,
      faultyUrl: `http://127.0.0.1:${await findFreePort()}`,
      accessKeyId: '000000000000',
    });
  }
  const opened = await openStage({ server, connections, hasGuardedConsole: true, endpointBundle });
  try {
    return await runBrowserTests({
      browser: browser.path,
      projects,
      stageFile: opened.file,
      workers,
      args,
    });
  } finally {
    await opened.close();
  }
}
