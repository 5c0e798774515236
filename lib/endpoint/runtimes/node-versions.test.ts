import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openHarness } from './test-harness.ts';

const telling = { 'index.js': 'exports.handler = async () => process.version;' };
const own = Number(process.versions.node.split('.')[0]);
/** One that this test does not run on. */
const wanted = own === 24 ? 22 : 24;

describe('versions of Node.js', () => {
  it('that the machine has run the functions that name them', async () => {
    const folder = fs.mkdtempSync('/tmp/lambdeck-node-');
    const real = process.execPath;
    // Another version in all that is asked of it; it runs on the one that is here.
    const fake = `#!/bin/sh\nif [ "$1" = -p ]; then echo 99.1.0; exit; fi\nexec "${real}" "$@"\n`;
    fs.writeFileSync(path.join(folder, 'node'), fake, { mode: 0o755 });
    await using harness = await openHarness({
      isolation: 'portable',
      limits: { spares: 0 },
      searchPath: `${folder}:/usr/bin:/bin`,
    });
    const told = await harness.invoke(harness.describe(telling, { runtime: 'nodejs99.x' }));
    expect(harness.messages[0]).toMatch(/^INIT_START Runtime Version: nodejs:99\.v99\.1\.0\t/);
    expect(told.log).not.toContain('[Lambdeck]');
    expect(harness.runtimes.found).toContainEqual({
      identifiers: ['nodejs99.x'],
      version: 'Node.js 99.1.0',
      path: fs.realpathSync(path.join(folder, 'node')),
    });
    fs.rmSync(folder, { recursive: true });
  });

  it('are fetched once when that is allowed, and known to the next start', async ({ skip }) => {
    const warnings: string[] = [];
    const logger = {
      warn: (details: object) => void warnings.push(JSON.stringify(details)),
      error: () => undefined,
    };
    await using harness = await openHarness({ mayFetchNode: true, logger, searchPath: '/usr/bin:/bin' });
    const launch = harness.describe(telling, { runtime: `nodejs${wanted}.x` });
    const [first, second] = await Promise.all([harness.invoke(launch), harness.invoke(launch)]);
    if (warnings.length > 0) {
      console.warn(`The test that fetches Node.js ${wanted} is skipped: ${warnings.join(' ')}`);
      return skip();
    }
    expect(first.value).toMatch(new RegExp(`^v${wanted}\\.`));
    expect(second.value).toBe(first.value);
    const again = await openHarness({
      folder: path.join(harness.folder, 'run'),
      searchPath: '/usr/bin:/bin',
    });
    expect(again.runtimes.found.map(({ version }) => version)).toContain(
      `Node.js ${String(first.value).slice(1)}`,
    );
    await again[Symbol.asyncDispose]();
  }, 200_000);

  it('that cannot be fetched are stood in for, and the log says so', async () => {
    const warnings: object[] = [];
    const logger = { warn: (details: object) => void warnings.push(details), error: () => undefined };
    await using harness = await openHarness({ mayFetchNode: true, logger, searchPath: '/usr/bin:/bin' });
    const launch = harness.describe(telling, { runtime: 'nodejs999.x' });
    const told = await harness.invoke(launch);
    expect(told.value).toBe(process.version);
    expect(told.log).toContain(
      `[Lambdeck] nodejs999.x is not installed on this machine; Node.js ${process.versions.node} runs`,
    );
    await harness.invoke(launch);
    expect(warnings).toEqual([{ version: 999, reason: expect.any(String) as string }]);
  }, 60_000);
});
