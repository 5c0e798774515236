import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, until, type Harness } from './test-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness[Symbol.asyncDispose]());

describe('handlers', () => {
  it('runs an async CommonJS handler and keeps module state between calls', async () => {
    const launch = harness.describe({
      'index.js': 'let calls = 0; exports.handler = async (event) => ({ calls: ++calls, event });',
    });
    const first = await harness.invoke(launch, { a: 1 });
    const second = await harness.invoke(launch, { b: [null] });
    expect(first.value).toEqual({ calls: 1, event: { a: 1 } });
    expect(second.value).toEqual({ calls: 2, event: { b: [null] } });
    expect(first.report.initDurationMs).toBeGreaterThan(0);
    expect(second.report.initDurationMs).toBeUndefined();
    expect(second.report.logStream).toBe(first.report.logStream);
    expect(first.report.logStream).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
  });

  it.each([
    ['.mjs', { 'index.mjs': 'export const handler = async () => "esm";' }, 'index.handler', 'esm'],
    ['.cjs', { 'index.cjs': 'exports.handler = async () => "cjs";' }, 'index.handler', 'cjs'],
    [
      '.js in a package of modules',
      {
        'package.json': '{"type":"module"}',
        'index.js': 'export const handler = async () => import.meta.url.slice(0, 5);',
      },
      'index.handler',
      'file:',
    ],
    [
      'nested folders and exports',
      { 'a/b/c.js': 'exports.x = { y: { z: async () => 42 } };' },
      'a/b/c.x.y.z',
      42,
    ],
    [
      'top-level await',
      { 'index.mjs': 'const v = await Promise.resolve(7); export const handler = async () => v;' },
      'index.handler',
      7,
    ],
    ['nothing returned', { 'index.js': 'exports.handler = async () => {};' }, 'index.handler', null],
  ])('loads %s', async (_name, files, handler, value) => {
    expect((await harness.invoke(harness.describe(files, { handler }))).value).toEqual(value);
  });

  it('waits for an empty event loop after a callback, unless told otherwise', async () => {
    const runtime = 'nodejs20.x';
    const waits = harness.describe(
      {
        'index.js':
          'exports.handler = (e, c, done) => { const v = { n: 0 }; done(null, v); setTimeout(() => { v.n = 1; }, 30); };',
      },
      { runtime },
    );
    const hurries = harness.describe(
      {
        'index.js':
          'exports.handler = (e, c, done) => { c.callbackWaitsForEmptyEventLoop = false; setInterval(() => {}, 1000); done(null, "now"); };',
      },
      { runtime },
    );
    expect((await harness.invoke(waits)).value).toEqual({ n: 1 });
    expect((await harness.invoke(hurries)).value).toBe('now');
  });

  it('refuses callback handlers for nodejs24.x, as AWS does', async () => {
    const launch = harness.describe(
      { 'index.js': 'exports.handler = (event, context, callback) => callback(null, 1);' },
      { runtime: 'nodejs24.x' },
    );
    expect((await harness.invoke(launch)).value).toMatchObject({
      errorType: 'Runtime.CallbackHandlerDeprecated',
    });
  });

  it('gives the context, the variables and nothing of our own environment', async () => {
    process.env['LAMBDECK_TEST_SECRET'] = 'leaked';
    const launch = harness.describe(
      {
        'index.js':
          'exports.handler = async (event, context) => ({ left: context.getRemainingTimeInMillis(), ...context, names: Object.keys(process.env), env: process.env });',
      },
      { variables: { GREETING: 'hello', NODE_ENV: 'x' }, timeoutSeconds: 5 },
    );
    const { value, requestId } = await harness.invoke(
      launch,
      {},
      { clientContext: '{"custom":{"a":"b"}}', traceHeader: 'Root=1-a' },
    );
    expect(value).toMatchObject({
      awsRequestId: requestId,
      functionName: launch.functionName,
      functionVersion: '$LATEST',
      memoryLimitInMB: '128',
      invokedFunctionArn: expect.stringContaining(launch.functionName) as string,
      clientContext: { custom: { a: 'b' } },
      env: {
        GREETING: 'hello',
        AWS_REGION: 'us-east-1',
        AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
        _HANDLER: 'index.handler',
        _X_AMZN_TRACE_ID: 'Root=1-a',
      },
    });
    const told = value as { left: number; names: string[] };
    expect(told.left).toBeGreaterThan(3000);
    expect(told.left).toBeLessThanOrEqual(5000);
    expect(told.names).not.toContain('LAMBDECK_TEST_SECRET');
  });
});

describe('streaming', () => {
  const files = {
    'index.mjs': `export const handler = awslambda.streamifyResponse(async (event, stream) => {
      if (event.early) throw new RangeError('early');
      stream = awslambda.HttpResponseStream.from(stream, { statusCode: 201 });
      stream.write('one'); stream.write('two');
      if (event.late) throw new RangeError('late');
      stream.end('three');
    });`,
  };

  it('hands on chunks as they are written, with the content type', async () => {
    const chunks: string[] = [];
    let type = '';
    const told = await harness.invoke(
      harness.describe(files),
      {},
      {
        onChunk: (chunk) => chunks.push(Buffer.from(chunk).toString('latin1')),
        onStreamStart: (contentType) => (type = contentType),
      },
    );
    expect(told.kind).toBe('success');
    expect(told.bytes).toBe(0);
    expect(chunks).toEqual([`{"statusCode":201}${'\0'.repeat(8)}`, 'one', 'two', 'three']);
    expect(type).toBe('application/vnd.awslambda.http-integration-response');
  });

  it('tells errors before and after the first chunk', async () => {
    const launch = harness.describe(files);
    const onChunk = () => undefined;
    const early = await harness.invoke(launch, { early: true }, { onChunk });
    const late = await harness.invoke(launch, { late: true }, { onChunk });
    expect(early).toMatchObject({
      kind: 'function-error',
      value: { errorType: 'RangeError', errorMessage: 'early' },
    });
    expect(late).toMatchObject({
      kind: 'function-error',
      value: { errorType: 'RangeError', errorMessage: 'late' },
    });
  });

  it('gives the whole response of a handler that does not stream as one chunk', async () => {
    const chunks: string[] = [];
    const launch = harness.describe({ 'index.js': 'exports.handler = async () => ({ a: 1 });' });
    await harness.invoke(launch, {}, { onChunk: (chunk) => chunks.push(Buffer.from(chunk).toString()) });
    expect(chunks).toEqual(['{"a":1}']);
  });
});

describe('errors', () => {
  it.each([
    [
      'a thrown error',
      'exports.handler = async () => { throw new TypeError("boom"); };',
      { errorType: 'TypeError', errorMessage: 'boom' },
    ],
    [
      'a thrown text',
      'exports.handler = async () => { throw "text"; };',
      { errorType: 'string', errorMessage: 'text', trace: [] },
    ],
    [
      'what JSON cannot say',
      'exports.handler = async () => 1n;',
      { errorType: 'Error', errorMessage: 'Unable to stringify response body' },
    ],
    ['a syntax error', 'exports.handler = async () => {', { errorType: 'Runtime.UserCodeSyntaxError' }],
    ['a missing module', 'require("not-there");', { errorType: 'Runtime.ImportModuleError' }],
    [
      'a missing handler',
      'exports.other = 1;',
      { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is undefined or not exported' },
    ],
    [
      'a handler that is none',
      'exports.handler = 1;',
      { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is not a function' },
    ],
    ['an error during Init', 'throw new Error("init");', { errorType: 'Error', errorMessage: 'init' }],
    ['an exit during Init', 'process.exit(3);', { errorType: 'Runtime.ExitError' }],
    ['a kill during Init', 'process.kill(process.pid, "SIGKILL");', { errorType: 'Runtime.ExitError' }],
    [
      'an unhandled rejection',
      'exports.handler = () => new Promise(() => { Promise.reject(new Error("lost")); setTimeout(() => {}, 9000); });',
      { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'Error: lost' },
    ],
    [
      'an uncaught exception',
      'exports.handler = () => new Promise(() => setTimeout(() => { throw new Error("later"); }, 1));',
      { errorType: 'Error', errorMessage: 'later' },
    ],
    [
      'a promise nobody keeps',
      'exports.handler = () => new Promise(() => {});',
      { errorType: 'Runtime.NodeJsExit' },
    ],
  ])('answers %s in AWS’s shape', async (_name, source, document) => {
    const launch = harness.describe({ 'index.js': source });
    const told = await harness.invoke(launch);
    expect(told.kind).toBe('function-error');
    expect(told.value).toMatchObject(document);
  });

  it.each([
    ['exit(1)', 'process.exit(1)', 'Runtime exited with error: exit status 1'],
    ['a kill', 'process.kill(process.pid, "SIGKILL")', 'Runtime exited with error: signal: killed'],
    ['exit(0)', 'process.exit(0)', 'Runtime exited without providing a reason'],
    ['a signal', 'process.kill(process.pid, "SIGABRT")', 'Runtime exited with error: signal: aborted'],
  ])('answers %s and starts afresh', async (_name, act, message) => {
    const launch = harness.describe({
      'index.js': `let calls = 0; exports.handler = async (event) => { calls += 1; if (event.end) { ${act}; await new Promise((r) => setTimeout(r, 5000)); } return calls; };`,
    });
    expect((await harness.invoke(launch)).value).toBe(1);
    const told = await harness.invoke(launch, { end: true });
    expect(told.value).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${told.requestId} Error: ${message}`,
    });
    expect(told.log).toContain(`RequestId: ${told.requestId} Error: ${message}\nRuntime.ExitError\n`);
    expect((await harness.invoke(launch)).value).toBe(1);
  });

  it('keeps the answer of a process that is killed right after it, and starts another', async () => {
    await using own = await openHarness();
    const launch = own.describe({
      'index.js':
        'exports.handler = async ({ dies }) => { if (dies) setTimeout(() => process.kill(process.pid, "SIGKILL")); return 1; };',
    });
    const streams = new Set<string>();
    for (let call = 0; call < 3; call += 1) {
      const told = await own.invoke(launch, { dies: true });
      expect(told.value).toBe(1);
      streams.add(told.report.logStream);
      await until(() => own.runtimes.counts().environments === 0);
    }
    expect(streams.size).toBe(3);
  });

  it('says where the function stands in traces by AWS’s paths', async () => {
    const launch = harness.describe({
      'index.js': 'exports.handler = async () => { throw new Error("x"); };',
    });
    const { value } = await harness.invoke(launch);
    expect((value as { trace: string[] }).trace[1]).toContain('/var/task/index.js:1:');
    const module = harness.describe({ 'index.mjs': 'export function handler() { throw new Error("x"); }' });
    expect((await harness.invoke(module)).value).toMatchObject({
      trace: expect.arrayContaining([
        expect.stringContaining('at Runtime.handler (file:///var/task/index.mjs:1:'),
      ]) as string[],
    });
  });

  it('does Init again under the first call when it failed', async () => {
    const launch = harness.describe({ 'index.js': 'console.log("loading"); throw new Error("never");' });
    const told = await harness.invoke(launch);
    expect(told.log.match(/loading/g)).toHaveLength(2);
    expect(told.log).toMatch(
      /INIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: error\tError Type: Runtime\.Unknown\n/,
    );
    expect(told.log).toMatch(
      /INIT_REPORT Init Duration: [\d.]+ ms\tPhase: invoke\tStatus: error\tError Type: Runtime\.Unknown\n/,
    );
  });
});
