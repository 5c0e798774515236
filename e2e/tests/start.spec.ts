import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from '../../lib/tools/addresses.ts';
import { inProject } from '../../lib/tools/project.ts';
import { expect, test as base } from '../fixtures/test.ts';

interface Start {
  readonly consoleUrl: string;
  readonly environment: Record<string, string>;
  /** Runs the start tool; `output` grows as it prints. */
  run(): { child: ChildProcess; output: () => string; ended: Promise<number | null> };
}

const test = base.extend<{ start: Start }>({
  start: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'lambdeck-start-'));
    const children: ChildProcess[] = [];
    const port = await findFreePort();
    const environment = {
      PORT: String(port),
      LAMBDECK_ENDPOINT_PORT: String(await findFreePort()),
      LAMBDECK_DATA: folder,
    };
    await use({
      consoleUrl: `http://127.0.0.1:${port}`,
      environment,
      run: () => {
        const child = spawn(process.execPath, [inProject('lib/tools/run.mjs'), 'start'], {
          cwd: inProject(),
          env: { ...process.env, ...environment },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        children.push(child);
        let text = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (chunk: Buffer) => (text += String(chunk)));
        const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
        return { child, output: () => text, ended };
      },
    });
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

const answers = async (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  );

test('starts both programs, says where they are, and leaves nothing when asked to stop', async ({
  start,
}) => {
  const { child, ended, output } = start.run();
  await expect.poll(output, { timeout: 30_000 }).toContain('Lambdeck is ready');
  expect(output()).toContain(`Console    http://localhost:${start.environment.PORT}`);
  expect(output()).toContain(`Endpoint   http://localhost:${start.environment.LAMBDECK_ENDPOINT_PORT}`);
  expect(output()).toMatch(/Isolation +(portable|linux|sandbox)/);
  expect(output()).toMatch(/Runtimes +Node\.js/);
  expect(await answers(`${start.consoleUrl}/api/health`)).toBe(true);

  const second = start.run();
  expect(await second.ended).toBe(1);
  expect(second.output().trim().split('\n')).toHaveLength(1);
  expect(second.output()).toContain('is taken');

  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await answers(`${start.consoleUrl}/api/health`)).toBe(false);
});

test('leaves nothing when it is killed', async ({ start }) => {
  const { child, output } = start.run();
  await expect.poll(output, { timeout: 30_000 }).toContain('Lambdeck is ready');
  child.kill('SIGKILL');
  await expect.poll(() => answers(`${start.consoleUrl}/api/health`), { timeout: 10_000 }).toBe(false);
  const endpoint = `http://127.0.0.1:${start.environment.LAMBDECK_ENDPOINT_PORT}/_lambdeck/health`;
  await expect.poll(() => answers(endpoint), { timeout: 10_000 }).toBe(false);
});
