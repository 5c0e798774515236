import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { stageVariable } from '../../e2e/fixtures/stage.ts';
import { inProject, projectFolder } from './project.ts';
import { stopRequested } from './supervisor.ts';
import { tallyOfPlaywright, type Tally } from './tally.ts';

const limitMs = 25 * 60_000;

/** Runs projects of the Playwright configuration on a stage; resolves with what it counted. */
export async function runBrowserTests(options: {
  readonly browser: string;
  readonly projects: readonly string[];
  readonly stageFile: string;
  readonly workers: number;
  /** Handed on to Playwright: file names, `--grep` … */
  readonly args?: readonly string[];
}): Promise<Tally> {
  const report = path.join(path.dirname(options.stageFile), 'report.json');
  await rm(report, { force: true });
  const child = spawn(
    process.execPath,
    [
      inProject('node_modules/@playwright/test/cli.js'),
      'test',
      ...options.projects.map((name) => `--project=${name}`),
      ...(options.args ?? []),
    ],
    {
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        [stageVariable]: options.stageFile,
        LAMBDECK_E2E_BROWSER: options.browser,
        LAMBDECK_E2E_REPORT: report,
        LAMBDECK_E2E_WORKERS: String(options.workers),
      },
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGTERM'), limitMs);
  void stopRequested().then(() => child.kill('SIGTERM'));
  await ended;
  clearTimeout(timer);
  const text = await readFile(report, 'utf8').catch(() => undefined);
  // Without a report nothing is known to have passed.
  return text === undefined ? { passed: 0, failed: 1, skipped: 0 } : tallyOfPlaywright(JSON.parse(text));
}
