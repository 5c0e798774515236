import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, processesNaming, until, type Harness } from './test-harness.ts';
import type { IsolationLevel } from './launch.ts';

describe.each<IsolationLevel>(['portable', 'linux', 'sandbox'])('limits at level %s', (isolation) => {
  let harness: Harness | undefined;
  beforeAll(async () => {
    try {
      harness = await openHarness({ isolation });
    } catch (error) {
      console.warn(`Level ${isolation} is not tested: ${String(error)}`);
    }
  });
  afterAll(() => harness?.[Symbol.asyncDispose]());

  it('ends a handler at its time limit and never reuses the environment', async ({ skip }) => {
    if (!harness) return skip();
    const launch = harness.describe(
      {
        'index.js':
          'let calls = 0; exports.handler = async (event) => { calls += 1; if (event.hang) for (;;); return calls; };',
      },
      { timeoutSeconds: 1 },
    );
    expect((await harness.invoke(launch)).value).toBe(1);
    const told = await harness.invoke(launch, { hang: true });
    expect(told.value).toEqual({
      errorType: 'Sandbox.Timedout',
      errorMessage: `RequestId: ${told.requestId} Error: Task timed out after 1.00 seconds`,
    });
    expect(told.log).toMatch(new RegExp(`Z ${told.requestId} Task timed out after 1.00 seconds\n\n`));
    expect(told.log).toMatch(/\tStatus: timeout\n$/);
    expect((await harness.invoke(launch)).value).toBe(1);
  });

  it('ends a handler that takes more memory than the function has', async ({ skip }) => {
    if (!harness) return skip();
    const launch = harness.describe({
      'index.js':
        'const kept = []; exports.handler = async () => { for (;;) { kept.push(Buffer.alloc(8e6, 1)); await new Promise((r) => setTimeout(r, 10)); } };',
    });
    const told = await harness.invoke(launch);
    expect(told.kind).toBe('function-error');
    const { errorType, errorMessage } = told.value as { errorType: string; errorMessage: string };
    expect(['Runtime.OutOfMemory', 'Runtime.ExitError', 'RangeError']).toContain(errorType);
    if (errorType === 'Runtime.OutOfMemory') {
      expect(errorMessage).toBe(
        `RequestId: ${told.requestId} Error: Runtime exited with error: signal: killed`,
      );
      expect(told.report.maxMemoryUsedMb).toBe(128);
    }
  });

  it('refuses a response of more than 6 MB', async ({ skip }) => {
    if (!harness) return skip();
    const launch = harness.describe({
      'index.js': 'exports.handler = async ({ size }) => "x".repeat(size);',
    });
    expect((await harness.invoke(launch, { size: 6_291_554 })).bytes).toBe(6_291_556);
    expect((await harness.invoke(launch, { size: 6_291_555 })).value).toEqual({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
    expect((await harness.invoke(launch, { size: 1 })).value).toBe('x');
  });

  it('bounds what one invocation may log, and says so', async ({ skip }) => {
    if (!harness) return skip();
    const launch = harness.describe({
      'index.js':
        'exports.handler = async (e) => { if (e.long) console.log("y".repeat(1e7)); else for (let i = 0; i < 10000; i++) process.stdout.write("x".repeat(1023) + "\\n"); return "done"; };',
    });
    const before = harness.messages.length;
    const told = await harness.invoke(launch);
    const logged = harness.messages.slice(before);
    expect(told.value).toBe('done');
    expect(logged.join('').length).toBeLessThan(4.1 * 1024 * 1024);
    expect(logged.some((line) => /limited to 4096 KB; \d+ more bytes were dropped/.test(line))).toBe(true);
    expect((await harness.invoke(launch, { long: true })).value).toBe('done');
    expect(harness.messages.some((line) => /more characters( of this line)? cut\]/.test(line))).toBe(true);
  });

  it('repeats an Init that takes too long under the first call', async ({ skip }) => {
    if (!harness) return skip();
    await using own = await openHarness({ isolation, limits: { initMsMax: 150, spares: 0 } });
    const slow = own.describe(
      {
        'index.mjs':
          'await new Promise((r) => setTimeout(r, 400)); export const handler = async () => "late";',
      },
      { timeoutSeconds: 20 },
    );
    const told = await own.invoke(slow);
    expect(told.value).toBe('late');
    expect(told.log).toMatch(/INIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: timeout\n/);
    const never = own.describe({ 'index.mjs': 'for (;;);' }, { timeoutSeconds: 1 });
    expect((await own.invoke(never)).value).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  it('ends a fork bomb', async ({ skip }) => {
    if (!harness || process.platform !== 'linux') return skip();
    const mark = `bomb-${path.basename(harness.folder)}`;
    const launch = harness.describe(
      {
        'index.js': `const { spawn } = require('child_process');
          exports.handler = () => new Promise(() => {
            // Each shell starts many more; they would wait for minutes.
            for (let i = 0; i < 20; i++) spawn('sh', ['-c', 'i=0; while [ $i -lt 100 ]; do sleep 300 & i=$((i+1)); done; wait'], { stdio: 'ignore' });
            setInterval(() => {}, 1000);
          });`,
      },
      { timeoutSeconds: 30, memoryMb: 10_240, variables: { BOMB: mark } },
    );
    const told = await harness.invoke(launch);
    expect(told.value).toMatchObject({ errorType: 'Runtime.ExitError' });
    await until(() => processesNaming(mark).length === 0);
  }, 60_000);

  it('leaves no process and no folder behind, whatever runs', async ({ skip }) => {
    if (!harness) return skip();
    const own = await openHarness({ isolation });
    const mark = `mark-${path.basename(own.folder)}`;
    const launch = own.describe(
      {
        'index.js': `const { spawn } = require('child_process');
          exports.handler = async () => { spawn('sleep', ['600'], { stdio: 'ignore' }); console.log('spawned'); for (;;); };`,
      },
      { variables: { MARK: mark }, timeoutSeconds: 60 },
    );
    const hanging = own.invoke(launch).catch(String);
    await until(() => own.messages.some((line) => line.includes('spawned')));
    expect(processesNaming(own.folder).length + processesNaming(mark).length).toBeGreaterThan(0);
    await own[Symbol.asyncDispose]();
    await hanging;
    await until(() => processesNaming(mark).length + processesNaming(own.folder).length === 0);
    expect(own.runtimes.counts()).toEqual({ environments: 0, busy: 0, starting: 0 });
    expect(fs.existsSync(own.folder)).toBe(false);
  });
});

describe('sandbox', () => {
  it('ends processes that detached themselves when the environment ends', async ({ skip }) => {
    const harness = await openHarness({ isolation: 'sandbox' }).catch(() => undefined);
    if (!harness) return skip();
    await using open = harness;
    const mark = `detached-${path.basename(open.folder)}`;
    const launch = open.describe(
      {
        'index.js': `const { spawn } = require('child_process');
          exports.handler = async () => { spawn('setsid', ['sh', '-c', 'setsid sleep 600 & sleep 600'], { detached: true, stdio: 'ignore' }).unref(); };`,
      },
      { variables: { MARK: mark } },
    );
    await open.invoke(launch);
    await until(() => processesNaming(mark).length >= 2);
    open.runtimes.retire(launch.key);
    await until(() => processesNaming(mark).length === 0);
  });

  it('shows the function its own folders only, read-only, with a /tmp of its size', async ({ skip }) => {
    const harness = await openHarness({ isolation: 'sandbox' }).catch(() => undefined);
    if (!harness) return skip();
    await using open = harness;
    const launch = open.describe(
      {
        'index.js': `const fs = require('fs');
        const attempt = (act) => { try { act(); return 'done'; } catch (error) { return error.code; } };
        exports.handler = async (event) => ({
          cwd: process.cwd(),
          task: attempt(() => fs.writeFileSync('/var/task/x', '')),
          opt: attempt(() => fs.writeFileSync('/opt/x', '')),
          usr: attempt(() => fs.writeFileSync('/usr/x', '')),
          host: fs.existsSync(event.folder),
          tmpMode: (fs.statSync('/tmp').mode & 0o7777).toString(8),
          tmp: attempt(() => fs.writeFileSync('/tmp/x', Buffer.alloc(1e6))),
          much: attempt(() => fs.writeFileSync('/tmp/y', Buffer.alloc(5e6))),
          processes: fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).length,
        });`,
      },
      { ephemeralStorageMb: 4 },
    );
    expect((await open.invoke(launch, { folder: open.folder })).value).toEqual({
      cwd: '/var/task',
      task: 'EROFS',
      opt: 'EROFS',
      usr: 'EROFS',
      host: false,
      tmpMode: '1777',
      tmp: 'done',
      much: 'ENOSPC',
      processes: 2,
    });
  });
});
