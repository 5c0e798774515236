import type { InvokeWithResponseStreamResponseEvent } from '@aws-sdk/client-lambda';
import { describe, expect, test } from 'vitest';
import { openLambda, ready, refusalOf, report, zip, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';

async function openReady(): Promise<TestLambda> {
  const lambda = await openLambda();
  await lambda.create({ Environment: { Variables: { AB: '1' } }, MemorySize: 256 });
  await ready(lambda);
  return lambda;
}

describe('a synchronous call', () => {
  test('hands the runtimes everything they need and gives back what they answer', async () => {
    await using lambda = await openReady();
    const clientContext = { custom: { a: 1 } };
    const answer = await lambda.call(
      'Invoke',
      {
        FunctionName: 'fn',
        Payload: Buffer.from('{"a":1}'),
        LogType: 'Tail',
        ClientContext: Buffer.from(JSON.stringify(clientContext)).toString('base64'),
      },
      { requestId: 'r-1', headers: { 'x-amzn-trace-id': 'Root=1' } },
    );
    expect(answer).toEqual({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      Payload: Buffer.from('"done"'),
      LogResult: Buffer.from('END').toString('base64'),
    });
    const { launch, request } = lambda.script.calls[0] ?? {};
    expect(launch).toMatchObject({
      key: expect.stringMatching(/^arn:aws:lambda:eu-west-1:000000000000:function:fn:\$LATEST:/),
      functionName: 'fn',
      version: '$LATEST',
      accountId: '000000000000',
      region: 'eu-west-1',
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      memoryMb: 256,
      timeoutSeconds: 3,
      ephemeralStorageMb: 512,
      variables: { AB: '1' },
      layerFolders: [],
      logGroup: '/aws/lambda/fn',
      logFormat: 'Text',
      endpointUrl: 'http://localhost:4566',
    });
    expect(request).toMatchObject({
      requestId: 'r-1',
      invokedFunctionArn: arn,
      clientContext: JSON.stringify(clientContext),
      traceHeader: expect.stringMatching(
        /^Root=1;Parent=[0-9a-f]{16};Sampled=0;Lineage=1:[0-9a-f]{8}:0$/,
      ) as string,
    });
    expect(Buffer.from(request?.payload ?? []).toString()).toBe('{"a":1}');
  });

  test('of nothing is {}, and a qualifier shows in the ARN', async () => {
    await using lambda = await openReady();
    const answer = await lambda.call('Invoke', { FunctionName: 'fn', Qualifier: '$LATEST' });
    expect(answer['LogResult']).toBeUndefined();
    const { request } = lambda.script.calls[0] ?? {};
    expect(Buffer.from(request?.payload ?? []).toString()).toBe('{}');
    expect(request?.invokedFunctionArn).toBe(`${arn}:$LATEST`);
  });

  test('that fails inside the function is a success with FunctionError', async () => {
    await using lambda = await openReady();
    const payload = Buffer.from('{"errorType":"Error"}');
    lambda.script.answer = () => ({ kind: 'function-error', functionError: 'Unhandled', payload, report });
    expect(await lambda.call('Invoke', { FunctionName: 'fn' })).toEqual({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      FunctionError: 'Unhandled',
      Payload: payload,
    });
  });

  test('that could not run is never an answer of the function', async () => {
    await using lambda = await openReady();
    lambda.script.answer = () => ({ kind: 'not-run', reason: 'The endpoint is shutting down.' });
    expect(await refusalOf(lambda.call('Invoke', { FunctionName: 'fn' }))).toBe(
      'ServiceException 500: The endpoint is shutting down.',
    );
    await lambda.create({ FunctionName: 'py', Runtime: 'python3.13' });
    await ready(lambda, 'py');
    lambda.script.answer = () => ({ kind: 'not-run', reason: 'There is no python3.13 on this machine.' });
    expect(await refusalOf(lambda.call('Invoke', { FunctionName: 'py' }))).toBe(
      'InvalidRuntimeException 502: There is no python3.13 on this machine.',
    );
  });

  test('is refused before anything runs', async () => {
    await using lambda = await openReady();
    const invoke = (input: object) => refusalOf(lambda.call('Invoke', { FunctionName: 'fn', ...input }));
    expect(await invoke({ FunctionName: 'gone' })).toBe(
      `ResourceNotFoundException 404: Function not found: ${arn.replace(/fn$/, 'gone')}:$LATEST`,
    );
    expect(await invoke({ Qualifier: 'live' })).toBe(
      `ResourceNotFoundException 404: Function not found: ${arn}:live`,
    );
    const notJson =
      'InvalidRequestContentException 400: Could not parse request body into json: Could not parse payload into json: ';
    for (const bytes of ['{', 'abc', '\u0099', '\uFEFF{}']) {
      expect((await invoke({ Payload: Buffer.from(bytes) })).startsWith(notJson)).toBe(true);
    }
    expect((await invoke({ Payload: Buffer.from([0x22, 0x87, 0x22]) })).startsWith(notJson)).toBe(true);
    expect(await invoke({ Payload: Buffer.alloc(6_291_457, '1') })).toBe(
      'RequestEntityTooLargeException 413: Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    );
    expect(await invoke({ ClientContext: 'A'.repeat(3584) })).toMatch(
      /^ValidationException 400: .* at 'clientContext' failed to satisfy constraint: Member must have length less than or equal to 3583$/,
    );
    expect(await invoke({ ClientContext: '!' })).toMatch(
      /^InvalidParameterValueException 400: Client context must be/,
    );
    expect(await invoke({ InvocationType: 'Later' })).toBe(
      "ValidationException 400: 1 validation error detected: Value 'Later' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]",
    );
    expect(
      await invoke({ InvocationType: 'Event', Payload: Buffer.from(`"${'x'.repeat(1_048_575)}"`) }),
    ).toBe(
      'RequestEntityTooLargeException 413: 1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
    );
    expect(await invoke({ TenantId: 't' })).toMatch(
      /^InvalidParameterValueException 400: .* not enabled with tenancy configuration/,
    );
    expect(lambda.script.calls).toEqual([]);
  });

  test('as a DryRun checks and runs nothing', async () => {
    await using lambda = await openReady();
    const dry = { FunctionName: 'fn', InvocationType: 'DryRun' };
    expect(await lambda.call('Invoke', dry)).toEqual({ StatusCode: 204 });
    expect(await lambda.call('InvokeWithResponseStream', dry)).toEqual({ StatusCode: 204 });
    expect(await refusalOf(lambda.call('Invoke', { ...dry, Payload: Buffer.from('{') }))).toContain(
      'InvalidRequestContent',
    );
    expect(lambda.script.calls).toEqual([]);
  });
});

describe('a streamed call', () => {
  async function stream(lambda: TestLambda, input: object = {}) {
    const answer = await lambda.call('InvokeWithResponseStream', { FunctionName: 'fn', ...input });
    return { answer, events: answer['EventStream'] as AsyncIterable<InvokeWithResponseStreamResponseEvent> };
  }
  const payloadOf = (event: InvokeWithResponseStreamResponseEvent) =>
    Buffer.from(event.PayloadChunk?.Payload ?? []).toString();

  test('gives each chunk as it comes, then the end', async () => {
    await using lambda = await openReady();
    let finish: () => void = () => undefined;
    lambda.script.answer = async (request) => {
      request.onChunk?.(Buffer.from('a'));
      await new Promise<void>((resolve) => (finish = resolve));
      request.onChunk?.(Buffer.from('b'));
      return { kind: 'success', payload: Buffer.from(''), report };
    };
    const { answer, events } = await stream(lambda, { LogType: 'Tail' });
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
    const iterator = events[Symbol.asyncIterator]();
    expect(payloadOf((await iterator.next()).value)).toBe('a');
    finish();
    expect(payloadOf((await iterator.next()).value)).toBe('b');
    expect((await iterator.next()).value).toEqual({
      InvokeComplete: { LogResult: Buffer.from('END').toString('base64') },
    });
    expect((await iterator.next()).done).toBe(true);
  });

  test('of a handler that does not stream is one chunk', async () => {
    await using lambda = await openReady();
    const { events } = await stream(lambda);
    const seen: InvokeWithResponseStreamResponseEvent[] = [];
    for await (const event of events) seen.push(event);
    expect(seen.map(payloadOf)).toEqual(['"done"', '']);
    expect(seen[1]).toEqual({ InvokeComplete: {} });
  });

  test('that fails says so in the last event, and one that cannot run in the answer', async () => {
    await using lambda = await openReady();
    lambda.script.answer = (request) => {
      request.onChunk?.(Buffer.from('half'));
      return {
        kind: 'function-error',
        functionError: 'Unhandled',
        payload: Buffer.from('{"errorType":"E"}'),
        report,
      };
    };
    const { events } = await stream(lambda);
    const seen: InvokeWithResponseStreamResponseEvent[] = [];
    for await (const event of events) seen.push(event);
    expect(payloadOf(seen[0] ?? { PayloadChunk: {} })).toBe('half');
    expect(seen[1]).toEqual({
      InvokeComplete: { ErrorCode: 'Unhandled', ErrorDetails: '{"errorType":"E"}' },
    });
    lambda.script.answer = () => ({ kind: 'not-run', reason: 'No room.' });
    expect(await refusalOf(stream(lambda))).toBe('ServiceException 500: No room.');
  });

  test('whose reader does not read is ended', async () => {
    await using lambda = await openReady();
    let wasAborted = false;
    lambda.script.answer = (request) => {
      for (let sent = 0; sent < 40; sent += 1) request.onChunk?.(Buffer.alloc(1024 * 1024));
      wasAborted = request.caller.signal.aborted;
      return { kind: 'success', payload: zip(), report };
    };
    await stream(lambda);
    expect(wasAborted).toBe(true);
  });
});
