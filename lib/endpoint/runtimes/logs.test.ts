import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type Harness } from './test-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness[Symbol.asyncDispose]());

const talkative = {
  'index.js': `exports.handler = async (event) => {
    console.log('hello', { a: 1 }); console.warn('two\\nlines'); console.debug('quiet');
    process.stdout.write('unfini'); process.stdout.write('shed');
    if (event.fail) throw new Error('boom');
  };`,
};

describe('the text format', () => {
  it('has AWS’s lines in AWS’s order, cold and warm', async () => {
    const launch = harness.describe(talkative);
    const cold = await harness.invoke(launch);
    const warm = await harness.invoke(launch);
    const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
    const body = (id: string) =>
      `START RequestId: ${id} Version: \\$LATEST\n` +
      `${time}\t${id}\tINFO\thello { a: 1 }\n${time}\t${id}\tWARN\ttwo\nlines\n${time}\t${id}\tDEBUG\tquiet\nunfinished\n` +
      `END RequestId: ${id}\n` +
      `REPORT RequestId: ${id}\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms\tMemory Size: 128 MB\tMax Memory Used: \\d+ MB\t`;
    const version = process.versions.node;
    const init = `^INIT_START Runtime Version: nodejs:${version.split('.')[0]}\\.v${version}\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}\n`;
    expect(harness.messages[0]).toMatch(new RegExp(init));
    expect(cold.log).toMatch(new RegExp(`^${body(cold.requestId)}Init Duration: \\d+\\.\\d\\d ms\t\n$`));
    expect(warm.log).toMatch(new RegExp(`^${body(warm.requestId)}\n$`));
  });

  it('makes an event of every line that was written at once', async () => {
    const source = "exports.handler = async () => { process.stdout.write('one\\ntwo\\n\\nthree'); };";
    const told = await harness.invoke(harness.describe({ 'index.js': source }));
    expect(told.log).toContain('$LATEST\none\ntwo\n\nthree\nEND ');
    expect(harness.messages.slice(-6, -2)).toEqual(['one\n', 'two\n', '\n', 'three\n']);
  });

  it('writes an error that the handler threw', async () => {
    const told = await harness.invoke(harness.describe(talkative), { fail: true });
    expect(told.log).toContain(
      `${told.requestId}\tERROR\tInvoke Error \t{"errorType":"Error","errorMessage":"boom"`,
    );
    expect(told.log).not.toContain('Status:');
  });

  it('keeps the last 4 KB for LogResult', async () => {
    const launch = harness.describe({
      'index.js':
        'exports.handler = async () => { for (let i = 0; i < 100; i++) console.log("é".repeat(50), i); };',
    });
    const { report } = await harness.invoke(launch);
    expect(report.logTail()).toHaveLength(4096);
    expect(Buffer.from(report.logTail()).toString()).toContain(' 99\nEND RequestId: ');
  });

  it('names the function in the streams of a group of its own choice', async () => {
    const streamOf = async (logGroup: string) => {
      const launch = harness.describe(talkative, { functionName: 'fn', logGroup });
      return (await harness.invoke(launch)).report.logStream;
    };
    expect(await streamOf('/aws/lambda/fn')).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
    expect(await streamOf('/shared')).toMatch(/^\d{4}\/\d\d\/\d\d\/fn\[\$LATEST\][0-9a-f]{32}$/);
  });

  it('declares a stand-in', async () => {
    const told = await harness.invoke(harness.describe(talkative, { runtime: 'nodejs14.x' }));
    expect(told.log).toContain(
      `[Lambdeck] nodejs14.x is not installed on this machine; Node.js ${process.versions.node} runs this function.\n`,
    );
  });
});

describe('the JSON format', () => {
  it('writes records, and keeps those of the wanted level', async () => {
    const launch = harness.describe(talkative, { logFormat: 'JSON', applicationLogLevel: 'WARN' });
    const told = await harness.invoke(launch, { fail: true });
    const records = told.log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.map((record) => record['type'] ?? record['level'])).toEqual([
      'platform.initStart',
      'platform.start',
      'WARN',
      'ERROR',
      'platform.runtimeDone',
      'platform.report',
    ]);
    expect(records[2]).toMatchObject({ message: 'two\nlines', requestId: told.requestId });
    expect(records[3]).toMatchObject({ message: { errorType: 'Error', errorMessage: 'boom' } });
    expect(records[5]).toMatchObject({
      record: {
        requestId: told.requestId,
        status: 'error',
        // The user's own class is no type of the platform's.
        errorType: 'Runtime.Unknown',
        metrics: { memorySizeMB: 128 },
      },
    });
  });

  it('names the tenant of a call, in what the platform and what the code writes', async () => {
    const launch = harness.describe(
      { 'index.js': 'exports.handler = async (event, context) => (console.log("hi"), context.tenantId);' },
      { logFormat: 'JSON', applicationLogLevel: 'INFO' },
    );
    const told = await harness.invoke(launch, {}, { tenantId: 'blue' });
    expect(told.value).toBe('blue');
    const lines = told.log.trim().split('\n');
    const records = lines.map((line) => JSON.parse(line) as { type?: string; record?: object });
    const ofTenant = { tenantId: 'blue' };
    expect(records.find(({ type }) => type === undefined)).toMatchObject({ message: 'hi', ...ofTenant });
    for (const wanted of ['platform.start', 'platform.report'])
      expect(records.find(({ type }) => type === wanted)?.record).toMatchObject(ofTenant);
    expect((await harness.invoke(launch)).log).not.toContain('tenantId');
  });

  it('writes fewer records for a higher system level', async () => {
    const launch = harness.describe(talkative, {
      logFormat: 'JSON',
      systemLogLevel: 'WARN',
      applicationLogLevel: 'ERROR',
    });
    expect((await harness.invoke(launch)).log).toBe('');
  });
});
