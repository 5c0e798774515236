import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type Harness } from './test-harness.ts';

let harness: Harness;
let runtime: string | undefined;
beforeAll(async () => {
  harness = await openHarness({ limits: { spares: 0 } });
  runtime = harness.runtimes.found
    .map((found) => found.identifiers[0])
    .findLast((name) => name?.startsWith('python3.'));
  if (!runtime) console.warn('No Python 3 on this machine: its tests are skipped.');
});
afterAll(() => harness[Symbol.asyncDispose]());

function describePython(source: string, more = {}) {
  return harness.describe({ 'app.py': source }, { runtime: runtime ?? '', handler: 'app.handler', ...more });
}

describe('Python', () => {
  it('runs a handler, keeps module state and gives the context', async ({ skip }) => {
    if (!runtime) skip();
    const launch = describePython(
      'calls = 0\ndef handler(event, context):\n  global calls\n  calls += 1\n  return {"calls": calls, "event": event, "id": context.aws_request_id, "mb": context.memory_limit_in_mb, "left": context.get_remaining_time_in_millis() > 1000}\n',
    );
    const first = await harness.invoke(launch, { a: 'é' });
    const second = await harness.invoke(launch);
    expect(first.value).toEqual({ calls: 1, event: { a: 'é' }, id: first.requestId, mb: '128', left: true });
    expect(second.value).toMatchObject({ calls: 2 });
  });

  it('keeps the digits of decimals, characters as the version does, and bytes as they are', async ({
    skip,
  }) => {
    if (!runtime) skip();
    const decimal = describePython(
      'from decimal import Decimal\ndef handler(event, context):\n  return {"é": Decimal("1.50")}\n',
    );
    const characters = Number(runtime?.split('.')[1]) < 12 ? String.raw`\u00e9` : 'é';
    const { value, bytes } = await harness.invoke(decimal);
    expect(value).toEqual({ é: 1.5 });
    expect(bytes).toBe(Buffer.byteLength(`{"${characters}": 1.50}`));
    const raw = describePython('def handler(event, context):\n  return b"[1,2]"\n');
    expect(await harness.invoke(raw)).toMatchObject({ value: [1, 2], bytes: 5 });
  });

  it('knows the tenant of a call, in the context and in JSON logs', async ({ skip }) => {
    if (!runtime) skip();
    const launch = describePython(
      'import logging\ndef handler(event, context):\n  logging.getLogger().warning("careful")\n  return context.tenant_id\n',
      { logFormat: 'JSON', applicationLogLevel: 'INFO', systemLogLevel: 'INFO' },
    );
    const told = await harness.invoke(launch, {}, { tenantId: 'blue' });
    expect(told.value).toBe('blue');
    expect(told.log).toMatch(/"message": ?"careful".*"tenantId": ?"blue"/);
    expect((await harness.invoke(launch)).value).toBeNull();
  });

  it('logs prints, logging records and errors as AWS does', async ({ skip }) => {
    if (!runtime) skip();
    const told = await harness.invoke(
      describePython(
        'import logging\ndef handler(event, context):\n  print("printed")\n  logging.warning("careful")\n  raise ValueError("boom")\n',
      ),
    );
    expect(told.log).toContain('\nprinted\n');
    expect(told.log).toMatch(new RegExp(`\\[WARNING\\]\t[\\d:T.-]+Z\t${told.requestId}\tcareful\n`));
    // The error is one event and ends without a line break.
    const error =
      '[ERROR] ValueError: boom\nTraceback (most recent call last):\n\u00a0\u00a0File "/var/task/app.py", line 5, in handler\n\u00a0\u00a0\u00a0\u00a0raise ValueError("boom")';
    expect(told.log).not.toContain('LAMBDA_WARNING');
    expect(told.log).toContain(`${error}END RequestId: ${told.requestId}\n`);
    expect(harness.messages).toContain(error);
    expect(told.value).toEqual({
      errorMessage: 'boom',
      errorType: 'ValueError',
      requestId: told.requestId,
      stackTrace: ['  File "/var/task/app.py", line 5, in handler\n    raise ValueError("boom")\n'],
    });
  });

  it.each([
    [
      'a missing module',
      'import nothere\n',
      'app.handler',
      {
        errorType: 'Runtime.ImportModuleError',
        errorMessage: "Unable to import module 'app': No module named 'nothere'",
        requestId: '',
      },
    ],
    [
      'a missing handler',
      'x = 1\n',
      'app.handler',
      { errorType: 'Runtime.HandlerNotFound', errorMessage: "Handler 'handler' missing on module 'app'" },
    ],
    [
      'a syntax error',
      'if True:\n  def handler(:\n',
      'app.handler',
      {
        errorType: 'Runtime.UserCodeSyntaxError',
        stackTrace: ['  File "/var/task/app.py" Line 2\n      def handler(:\n'],
      },
    ],
    [
      'a missing module in a folder',
      '',
      'of/app.handler',
      { errorMessage: "Unable to import module 'of/app': No module named 'of'" },
    ],
    [
      'a bad handler name',
      '',
      'app',
      {
        errorType: 'Runtime.MalformedHandlerName',
        errorMessage: "Bad handler 'app': not enough values to unpack (expected 2, got 1)",
      },
    ],
    ['a module of Python itself', '', 'sys.exit', { errorType: 'Runtime.BuiltInModuleConflict' }],
    ['an error during Init', 'raise KeyError("init")\n', 'app.handler', { errorType: 'KeyError' }],
    [
      'what JSON cannot say',
      'def handler(event, context):\n  return {1, 2}\n',
      'app.handler',
      {
        errorType: 'Runtime.MarshalError',
        errorMessage: 'Unable to marshal response: Object of type set is not JSON serializable',
      },
    ],
    [
      'an exit',
      'import sys\ndef handler(event, context):\n  sys.exit(4)\n',
      'app.handler',
      { errorType: 'Runtime.ExitError' },
    ],
    [
      'a response too large',
      'def handler(event, context):\n  return "x" * 7000000\n',
      'app.handler',
      { errorType: 'Function.ResponseSizeTooLarge' },
    ],
  ])('answers %s in AWS’s shape', async (_name, source, handler, document) => {
    if (!runtime) return;
    const told = await harness.invoke(describePython(source, { handler }));
    expect(told.kind).toBe('function-error');
    expect(told.value).toMatchObject(document);
  });

  it('ends with the shell’s status where its wrapper is not there', async ({ skip }) => {
    if (!runtime) skip();
    const variables = { AWS_LAMBDA_EXEC_WRAPPER: '/not/there.sh' };
    const told = await harness.invoke(describePython('', { variables }));
    expect(told.value).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${told.requestId} Error: Runtime exited with error: exit status 127`,
    });
  });

  it('tells all of the stack of an error during Init, warning as its logging does', async ({ skip }) => {
    if (!runtime) skip();
    const told = await harness.invoke(describePython('raise Exception("no")\n'));
    const { stackTrace } = told.value as { stackTrace: string[] };
    expect(stackTrace[0]).toMatch(/importlib\/__init__\.py", line \d+, in import_module\n/);
    expect(stackTrace[1]).toContain('File "<frozen importlib._bootstrap>", line ');
    expect(stackTrace.at(-1)).toBe(
      '  File "/var/task/app.py", line 1, in <module>\n    raise Exception("no")\n',
    );
    expect(told.log).toMatch(/^\[WARNING\]\t[\d:T.-]+Z\t\tLAMBDA_WARNING: Unhandled exception\./m);
    expect(told.log).toContain('[ERROR] Exception: no\nTraceback (most recent call last):\n');
  });

  it('writes JSON records when the function wants them', async ({ skip }) => {
    if (!runtime) skip();
    const told = await harness.invoke(
      describePython(
        'import logging\nlog = logging.getLogger("mine")\ndef handler(event, context):\n  log.info("kept é", extra={"order": 7})\n  log.debug("dropped")\n',
        { logFormat: 'JSON' },
      ),
    );
    const records = told.log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records).toContainEqual(
      expect.objectContaining({
        timestamp: expect.stringMatching(/^[\d-]+T[\d:]+\.\d{3}Z$/) as string,
        level: 'INFO',
        message: 'kept é',
        logger: 'mine',
        order: 7,
        requestId: told.requestId,
      }),
    );
    expect(told.log).toContain('kept é');
    expect(told.log).not.toContain('dropped');
    expect(records.at(-1)).toMatchObject({ type: 'platform.report', record: { status: 'success' } });
  });

  it('says what is missing instead of running on an older Python', async () => {
    const launch = describePython('', { runtime: 'python3.99' });
    await expect(harness.invoke(launch)).rejects.toThrow(/python3\.99 needs Python 3\.99 or newer/);
  });
});
