import { describe, expect, it } from 'vitest';
import { openHarness, until } from './test-harness.ts';

const telling = {
  'index.js': `const made = Date.now();
    exports.handler = async (event) => {
      if (event.exit) process.exit(1);
      await new Promise((r) => setTimeout(r, event.ms ?? 0));
      return { made, how: process.env.AWS_LAMBDA_INITIALIZATION_TYPE };
    };`,
};

describe('provisioned environments', () => {
  it('are initialised before any call, and calls beyond them start their own', async () => {
    await using harness = await openHarness({ limits: { spares: 0 } });
    const launch = harness.describe(telling);
    expect(await harness.runtimes.provision(launch, 2)).toEqual({ kind: 'ready' });
    expect(harness.runtimes.provisioned(launch.key)).toBe(2);
    const before = Date.now();
    // The first two stay at work until the third environment has started: a free one would take its call.
    const told = await Promise.all([2500, 2500, 0].map((ms) => harness.invoke(launch, { ms })));
    const answers = told.map(({ value }) => value as { made: number; how: string });
    expect(answers.filter(({ how }) => how === 'provisioned-concurrency')).toHaveLength(2);
    expect(answers.filter(({ how }) => how === 'on-demand')).toHaveLength(1);
    for (const { made, how } of answers) expect(made < before).toBe(how === 'provisioned-concurrency');
  });

  it('are replaced when a call ends one, and let go when they are no longer wanted', async () => {
    await using harness = await openHarness({ limits: { spares: 0 } });
    const launch = harness.describe(telling);
    await harness.runtimes.provision(launch, 1);
    await harness.invoke(launch, { exit: true });
    await until(() => harness.runtimes.provisioned(launch.key) === 1);
    expect((await harness.invoke(launch)).value).toMatchObject({ how: 'provisioned-concurrency' });
    expect(await harness.runtimes.provision(launch, 0)).toEqual({ kind: 'ready' });
    await until(() => harness.runtimes.counts().environments === 0);
  });

  it('count for the memory of the machine: they are refused beyond it, and others make room for them', async () => {
    await using harness = await openHarness({ limits: { spares: 0, memoryMbMax: 300 } });
    const [launch, other] = [harness.describe(telling), harness.describe(telling)];
    await harness.invoke(other);
    expect(await harness.runtimes.provision(launch, 3)).toMatchObject({
      kind: 'failed',
      cause: 'machine',
      reason: expect.stringMatching(/^This machine sets 300 MB aside .* 3 of 128 MB need 384\./) as string,
    });
    expect(await harness.runtimes.provision(launch, 2)).toEqual({ kind: 'ready' });
    await until(() => harness.runtimes.counts().environments === 2);
    // A function always gets one environment at a time, and only one while the memory is taken.
    const calls = [harness.invoke(other, { ms: 50 }), harness.invoke(other)];
    await until(() => harness.runtimes.counts().busy === 1);
    await Promise.all(calls);
    expect(harness.runtimes.counts().environments).toBe(3);
  });

  it('tell a failing Init from a machine that is full, and hold to the last wish', async () => {
    await using harness = await openHarness({ limits: { spares: 0, provisionedMax: 2 } });
    const broken = harness.describe({ 'index.js': 'throw new Error("no")' });
    expect(await harness.runtimes.provision(broken, 1)).toMatchObject({ kind: 'failed', cause: 'init' });
    const launch = harness.describe(telling);
    expect(await harness.runtimes.provision(launch, 2)).toMatchObject({ kind: 'failed', cause: 'machine' });
    await harness.runtimes.provision(broken, 0);
    const [first, second] = await Promise.all([
      harness.runtimes.provision(launch, 2),
      harness.runtimes.provision(launch, 1),
    ]);
    expect([first.kind, second.kind]).toEqual(['replaced', 'ready']);
    await until(() => harness.runtimes.provisioned(launch.key) === 1);
    harness.runtimes.retire(launch.key);
    await until(() => harness.runtimes.counts().environments === 0);
  });
});
