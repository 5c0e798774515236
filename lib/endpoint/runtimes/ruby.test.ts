import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type Harness } from './test-harness.ts';

let harness: Harness;
let runtime: string | undefined;
beforeAll(async () => {
  harness = await openHarness({ limits: { spares: 0 } });
  runtime = harness.runtimes.found
    .map((found) => found.identifiers[0])
    .findLast((name) => name?.startsWith('ruby'));
  if (!runtime) console.warn('No Ruby on this machine: its tests are skipped.');
});
afterAll(() => harness[Symbol.asyncDispose]());

function describeRuby(source: string, more = {}) {
  return harness.describe({ 'app.rb': source }, { runtime: runtime ?? '', handler: 'app.handler', ...more });
}

describe('Ruby', () => {
  it('runs a handler, keeps its state and gives the context', async ({ skip }) => {
    if (!runtime) skip();
    const launch = describeRuby(
      `$calls = 0
def handler(event:, context:)
  $calls += 1
  { calls: $calls, event: event, id: context.aws_request_id, mb: context.memory_limit_in_mb, name: context.function_name,
    left: context.get_remaining_time_in_millis > 1000, client: context.client_context, trace: ENV['_X_AMZN_TRACE_ID'], here: Dir.pwd == ENV['LAMBDA_TASK_ROOT'] }
end`,
      { variables: {} },
    );
    const first = await harness.invoke(
      launch,
      { a: 'é' },
      { clientContext: '{"custom":{"a":1}}', traceHeader: 'Root=1' },
    );
    const second = await harness.invoke(launch);
    expect(first.value).toEqual({
      calls: 1,
      event: { a: 'é' },
      id: first.requestId,
      mb: '128',
      name: launch.functionName,
      left: true,
      client: { custom: { a: 1 } },
      trace: 'Root=1',
      here: true,
    });
    expect(second.value).toMatchObject({ calls: 2, trace: null });
    expect(harness.messages.join('')).toMatch(/^INIT_START Runtime Version: ruby:\d\.\d\.v\d/m);
  });

  it('runs a class method of a module, and requires files and gems of the package and its layers', async ({
    skip,
  }) => {
    if (!runtime) skip();
    const layer = path.join(harness.folder, 'ruby-layer');
    fs.mkdirSync(path.join(layer, 'ruby', 'lib'), { recursive: true });
    fs.writeFileSync(path.join(layer, 'ruby', 'lib', 'shared.rb'), 'SHARED = "layer"');
    const launch = harness.describe(
      {
        'src/app.rb':
          "require 'shared'\nrequire 'helper'\nmodule Mine\n  class App\n    def self.run(event:, context:)\n      [HELPER, SHARED]\n    end\n  end\nend",
        'helper.rb': 'HELPER = "package"',
      },
      { runtime: runtime ?? '', handler: 'src/app.Mine::App.run', layerFolders: [layer] },
    );
    expect((await harness.invoke(launch)).value).toEqual(['package', 'layer']);
  });

  it('logs prints, loggers and errors as AWS does', async ({ skip }) => {
    if (!runtime) skip();
    const told = await harness.invoke(
      describeRuby(
        "require 'logger'\ndef handler(event:, context:)\n  puts 'one', 'two'\n  print \"printed\\n\"\n  $stderr.puts 'bad'\n  Logger.new($stdout).warn(\"careful\\nnow\")\n  raise 'boom'\nend",
      ),
    );
    expect(told.log).toContain('\none\ntwo\nprinted\nbad\n');
    expect(harness.messages).toContain('one\ntwo\n');
    expect(told.log).toMatch(
      new RegExp(`\nW, \\[[\\d:T.-]+ #\\d+\\]  WARN ${told.requestId} -- : careful\nnow\n`),
    );
    expect(told.value).toEqual({
      errorMessage: 'boom',
      errorType: 'Function<RuntimeError>',
      stackTrace: [expect.stringMatching(/^\/var\/task\/app\.rb:7:in [`']/) as string],
    });
    expect(told.log).toContain('Error raised from handler method\n{\n  "errorMessage": "boom",');
  });

  it.each([
    [
      'a missing file',
      '',
      'nothere.handler',
      { errorType: 'Init<LoadError>', errorMessage: 'cannot load such file -- nothere' },
    ],
    ['a syntax error', 'def handler(', 'app.handler', { errorType: 'Init<SyntaxError>' }],
    ['an error during Init', 'raise KeyError, "init"', 'app.handler', { errorType: 'Init<KeyError>' }],
    [
      'a bad handler name',
      '',
      'app',
      {
        errorType: 'Init<ArgumentError>',
        errorMessage: expect.stringContaining('Invalid handler ["app"]') as string,
      },
    ],
    ['a missing handler', 'x = 1', 'app.handler', { errorType: 'Function<NoMethodError>' }],
    [
      'a handler without the two arguments',
      'def handler(one, two); end',
      'app.handler',
      { errorType: 'Function<ArgumentError>' },
    ],
    [
      'an exit',
      'def handler(event:, context:)\n  exit!(4)\nend',
      'app.handler',
      { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 4') as string },
    ],
    [
      'a response too large',
      "def handler(event:, context:)\n  'x' * 7_000_000\nend",
      'app.handler',
      { errorType: 'Function.ResponseSizeTooLarge' },
    ],
  ])('answers %s in AWS’s shape', async (_name, source, handler, document) => {
    if (!runtime) return;
    const told = await harness.invoke(describeRuby(source, { handler }));
    expect(told.kind).toBe('function-error');
    expect(told.value).toMatchObject(document);
  });

  it('writes JSON records when the function wants them, and ends one that hangs', async ({ skip }) => {
    if (!runtime) skip();
    const source =
      "require 'logger'\ndef handler(event:, context:)\n  log = Logger.new($stdout, progname: 'mine')\n  log.info('kept')\n  log.debug('dropped')\n  loop {} if event['hang']\nend";
    const told = await harness.invoke(describeRuby(source, { logFormat: 'JSON' }));
    const line = told.log.split('\n').find((text) => text.includes('kept')) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      level: 'INFO',
      message: 'kept',
      logger: 'mine',
      requestId: told.requestId,
    });
    expect(told.log).not.toContain('dropped');
    const late = await harness.invoke(describeRuby(source, { timeoutSeconds: 1 }), { hang: true });
    expect(late.value).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  it('says what is missing instead of running on an older Ruby', async () => {
    await expect(harness.invoke(describeRuby('', { runtime: 'ruby9.9' }))).rejects.toThrow(
      /ruby9\.9 needs Ruby 9\.9 or newer on PATH; found: /,
    );
  });
});
