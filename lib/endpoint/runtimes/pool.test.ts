import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openHarness, processesNaming, until } from './test-harness.ts';

const echo = {
  'index.js':
    'exports.handler = async (event) => { await new Promise((r) => setTimeout(r, event.ms ?? 0)); return event; };',
};

describe('the pool', () => {
  it('never crosses the answers of concurrent calls', async () => {
    await using harness = await openHarness();
    const launches = [harness.describe(echo), harness.describe(echo), harness.describe(echo)];
    const calls = Array.from({ length: 200 }, async (_unused, n) => {
      const launch = launches[n % launches.length] ?? harness.describe(echo);
      const told = await harness.invoke(launch, { n, of: launch.functionName, ms: n % 5 });
      expect(told.value).toEqual({ n, of: launch.functionName, ms: n % 5 });
    });
    await Promise.all(calls);
    expect(harness.runtimes.counts().busy).toBe(0);
  });

  it('reuses the warm environment that was used last', async () => {
    await using harness = await openHarness({ isolation: 'portable' });
    const launch = harness.describe({
      'index.js': `const fs = require('fs');
        exports.handler = async ({ file }) => { while (file && !fs.existsSync(file)) await new Promise((r) => setTimeout(r, 5)); };`,
    });
    const files = ['one', 'two'].map((name) => path.join(harness.folder, name));
    const calls = files.map((file) => harness.invoke(launch, { file }));
    await until(() => harness.runtimes.counts().busy === 2);
    const streams: string[] = [];
    for (const [index, file] of files.entries()) {
      fs.writeFileSync(file, '');
      streams.push((await calls[index])?.report.logStream ?? '');
    }
    expect(streams[0]).not.toBe(streams[1]);
    for (let call = 0; call < 5; call += 1) {
      expect((await harness.invoke(launch)).report.logStream).toBe(streams[1]);
    }
    expect(harness.runtimes.counts().environments).toBe(2);
  });

  it('holds to its limit and lets other functions have their turn', async () => {
    await using harness = await openHarness({ limits: { environmentsMax: 2, spares: 0 } });
    const [busy, ...others] = [harness.describe(echo), harness.describe(echo), harness.describe(echo)];
    let isServed = false;
    let most = 0;
    // More callers than environments, who never stop asking: the others only get in if room is made for them.
    const crowd = Array.from({ length: 6 }, async () => {
      while (!isServed && busy) {
        await harness.invoke(busy, { ms: 5 });
        most = Math.max(most, harness.runtimes.counts().environments);
      }
    });
    await until(() => harness.runtimes.counts().busy === 2);
    const told = await Promise.all(others.map((launch) => harness.invoke(launch, { a: launch.key })));
    isServed = true;
    await Promise.all(crowd);
    expect(told.map(({ value }) => value)).toEqual(others.map(({ key }) => ({ a: key })));
    expect(most).toBe(2);
  });

  it('makes room for a new function by ending an idle environment', async () => {
    await using harness = await openHarness({ limits: { environmentsMax: 1, spares: 0 } });
    const launches = [harness.describe(echo), harness.describe(echo)];
    for (const launch of [...launches, ...launches]) {
      expect((await harness.invoke(launch, { a: 1 })).value).toEqual({ a: 1 });
    }
    expect(harness.runtimes.counts().environments).toBe(1);
  });

  it('answers a burst of 1000 calls of four functions within the memory it may give away', async () => {
    await using harness = await openHarness({
      limits: { environmentsMax: 100, memoryMbMax: 500, queueMax: 2000, spares: 0 },
    });
    const launches = Array.from({ length: 4 }, () => harness.describe(echo));
    let most = 0;
    const calls = Array.from({ length: 1000 }, async (_unused, n) => {
      const { value } = await harness.invoke(launches[n % 4] ?? harness.describe(echo), { n });
      most = Math.max(most, harness.runtimes.counts().environments);
      return (value as { n: number }).n;
    });
    expect(await Promise.all(calls)).toEqual(calls.map((_unused, n) => n));
    expect(most).toBe(3);
  });

  it('lets a function that needs all the memory have its turn among small ones that never stop', async () => {
    await using harness = await openHarness({ limits: { memoryMbMax: 400, spares: 0 } });
    const small = [harness.describe(echo), harness.describe(echo), harness.describe(echo)];
    const large = harness.describe(echo, { memoryMb: 3008 });
    let isServed = false;
    const crowd = small.map(async (launch) => {
      while (!isServed) await harness.invoke(launch, { ms: 5 });
    });
    await until(() => harness.runtimes.counts().busy === 3);
    const waiting = harness.invoke(large, { a: 1 });
    const late = harness.invoke(harness.describe(echo), { b: 2 });
    expect((await waiting).value).toEqual({ a: 1 });
    expect((await late).value).toEqual({ b: 2 });
    isServed = true;
    await Promise.all(crowd);
  });

  it('refuses more waiting calls than it can hold, and forgets callers who hung up', async () => {
    await using harness = await openHarness({ limits: { environmentsMax: 1, queueMax: 1, spares: 0 } });
    const launch = harness.describe(echo);
    await harness.invoke(launch);
    const running = harness.invoke(launch, { ms: 200 });
    const caller = new AbortController();
    const waiting = harness.invoke(launch, {}, { caller });
    await expect(harness.invoke(launch)).rejects.toThrow(/environments of this machine are busy/);
    caller.abort();
    await expect(waiting).rejects.toThrow(/hung up/);
    expect((await running).value).toEqual({ ms: 200 });
  });

  it('ends idle environments after a while and retired ones at once', async () => {
    await using harness = await openHarness({ limits: { idleMsMax: 50, spares: 0 } });
    const launch = harness.describe(echo);
    await harness.invoke(launch);
    await until(() => harness.runtimes.counts().environments === 0);

    await using other = await openHarness({ limits: { spares: 0 } });
    const kept = other.describe(echo);
    const first = await other.invoke(kept);
    const running = other.invoke(kept, { ms: 100 });
    await until(() => other.runtimes.counts().busy === 1);
    other.runtimes.retire(kept.key);
    expect((await running).report.logStream).toBe(first.report.logStream);
    await until(() => other.runtimes.counts().environments === 0);
    expect((await other.invoke(kept)).report.logStream).not.toBe(first.report.logStream);
  });

  it('answers calls that a shutdown interrupts', async () => {
    const harness = await openHarness();
    const launch = harness.describe(echo);
    const running = harness.invoke(launch, { ms: 60_000 });
    await until(() => harness.runtimes.counts().busy === 1);
    await harness[Symbol.asyncDispose]();
    expect(await running).toMatchObject({
      kind: 'function-error',
      value: { errorType: 'Runtime.ExitError' },
    });
    await expect(harness.invoke(launch)).rejects.toThrow(/shutting down/);
  });

  it('merges layers in order under /opt', async () => {
    await using harness = await openHarness();
    const layers = ['one', 'two'].map((name) => {
      const folder = path.join(harness.folder, name, 'nodejs', 'node_modules', 'shared');
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, 'index.js'), `module.exports = '${name}';`);
      fs.writeFileSync(path.join(folder, `${name}.js`), '');
      return path.join(harness.folder, name);
    });
    const launch = harness.describe(
      {
        'index.js':
          'exports.handler = async () => [require("shared"), typeof require("shared/one"), typeof require("shared/two")];',
      },
      { layerFolders: layers },
    );
    expect((await harness.invoke(launch)).value).toEqual(['two', 'object', 'object']);
  });

  it('says what it cannot run', async () => {
    await using harness = await openHarness();
    for (const runtime of ['go1.x', 'nonsense']) {
      await expect(harness.invoke(harness.describe(echo, { runtime }))).rejects.toThrow(
        `cannot run ${runtime}: it runs`,
      );
    }
  });
});

describe('a crash of the endpoint', () => {
  const node = { 'index.js': 'exports.handler = async () => { console.log("looping"); for (;;); };' };
  const script = `#!${process.execPath}
require('node:http').get('http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/invocation/next', () => {
  require('node:child_process').spawn('/bin/sh', ['-c', 'while :; do :; done'], { stdio: 'ignore' });
  console.log('looping');
  for (;;);
});
`;
  const provided = { bootstrap: script };
  it.each([
    ['portable', 'Node.js', node, {}],
    [undefined, 'Node.js', node, {}],
    ['portable', 'a bootstrap', provided, { runtime: 'provided.al2023' }],
  ] as const)(
    'ends every process (%s, %s), and the next start removes the folder',
    async (isolation, _name, files, more) => {
      await using harness = await openHarness();
      const parent = path.join(harness.folder, 'crashed');
      const mark = `crash-${path.basename(harness.folder)}`;
      const launch = harness.describe(files, { ...more, variables: { MARK: mark }, timeoutSeconds: 600 });
      const program = `
      import { startRuntimes } from ${JSON.stringify(fileURLToPath(new URL('./invoke.ts', import.meta.url)))};
      const logs = { append: (w, events) => events.forEach((event) => process.stdout.write(event.message)) };
      const runtimes = await startRuntimes({ folder: ${JSON.stringify(parent)}, logs, searchPath: process.env.PATH, isolation: ${JSON.stringify(isolation)} });
      await runtimes.invoke(${JSON.stringify(launch)}, { requestId: 'r', payload: Buffer.from('{}'), invokedFunctionArn: 'a', caller: new AbortController() });`;
      const endpoint = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        cwd: fileURLToPath(new URL('../../..', import.meta.url)),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      endpoint.stdout.on('data', (data: Buffer) => (output += data.toString()));
      await until(() => output.includes('looping') || endpoint.exitCode !== null);
      expect(output).toContain('looping');
      expect(fs.readdirSync(parent)).toHaveLength(1);
      endpoint.kill('SIGKILL');
      await once(endpoint, 'exit');
      await until(() => processesNaming(mark).length === 0 && processesNaming(parent).length === 0);
      await using later = await openHarness({ folder: parent });
      expect(fs.readdirSync(parent)).toHaveLength(1);
      expect(later.runtimes.counts().environments).toBe(0);
    },
  );
});
