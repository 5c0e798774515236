import { CreateFunctionCommand, GetFunctionCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientsFor, createNodeFunction, invoke, roleArn, zipOf, type Clients } from './clients.ts';
import { processesOf } from './processes.ts';
import { startProgram, type Program } from './program.ts';

let program: Program;
let clients: Clients;

beforeAll(async () => {
  program = await startProgram();
  clients = clientsFor(program.ready.url);
  await createNodeFunction(clients, 'healthy', 'export const handler = async () => "well";');
});

afterEach(async () => {
  // Whatever was thrown at it: the endpoint answers and runs functions.
  expect((await invoke(clients, 'healthy')).payload).toBe('well');
  expect((await fetch(`${program.ready.url}/_lambdeck/health`)).status).toBe(200);
});

afterAll(async () => {
  clients[Symbol.dispose]();
  await program[Symbol.asyncDispose]();
});

describe('a function that', () => {
  it('never returns is ended at its timeout', async () => {
    await createNodeFunction(clients, 'endless', 'export const handler = () => { for (;;); };', {
      Timeout: 1,
    });
    expect(await invoke(clients, 'endless')).toMatchObject({
      status: 200,
      functionError: 'Unhandled',
      payload: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringContaining('Task timed out after 1.00 seconds'),
      },
    });
  });

  it('fills its memory is ended', async () => {
    const source =
      'export const handler = async () => { const kept = []; for (;;) kept.push(Buffer.alloc(16777216, 1)); };';
    await createNodeFunction(clients, 'greedy', source, { MemorySize: 128, Timeout: 10 });
    expect(await invoke(clients, 'greedy')).toMatchObject({
      status: 200,
      functionError: 'Unhandled',
      payload: { errorType: expect.stringMatching(/OutOfMemory|ExitError/) },
    });
  });

  it('starts processes that outlive it leaves none running', async () => {
    const source = `
      import { spawn } from 'node:child_process';
      export const handler = async () => {
        for (let count = 0; count < 20; count += 1) {
          spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000) // outlives-its-function'], { detached: true, stdio: 'ignore' }).unref();
        }
        process.exit(3);
      };`;
    await createNodeFunction(clients, 'forking', source, { MemorySize: 1024, Timeout: 10 });
    expect(await invoke(clients, 'forking')).toMatchObject({ status: 200, functionError: 'Unhandled' });
    if (process.platform !== 'linux') {
      console.warn('Not run: the search for processes left behind, because it reads /proc.');
      return;
    }
    await expect.poll(() => processesOf('outlives-its-function'), { timeout: 5000 }).toEqual([]);
  });

  it('prints 10 MB is answered, and its log is bounded', async () => {
    const source =
      'export const handler = async () => { const line = "x".repeat(999); for (let i = 0; i < 10500; i += 1) console.log(line); return "printed"; };';
    await createNodeFunction(clients, 'chatty', source, { MemorySize: 512, Timeout: 20 });
    expect((await invoke(clients, 'chatty')).payload).toBe('printed');
    const { logGroups } = await clients.logs.send(
      new DescribeLogGroupsCommand({ logGroupNamePrefix: '/aws/lambda/chatty' }),
    );
    expect(logGroups?.[0]?.storedBytes).toBeGreaterThan(1_000_000);
    expect(logGroups?.[0]?.storedBytes).toBeLessThan(6_000_000);
  });

  it('answers more than 6 MB is told so', async () => {
    await createNodeFunction(clients, 'verbose', 'export const handler = async () => "y".repeat(7000000);', {
      MemorySize: 512,
      Timeout: 10,
    });
    expect(await invoke(clients, 'verbose')).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'Function.ResponseSizeTooLarge' },
    });
  });
});

describe('code that', () => {
  const create = async (FunctionName: string, ZipFile: Uint8Array) =>
    clients.lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Runtime: 'nodejs22.x',
        Role: roleArn,
        Handler: 'index.handler',
        Code: { ZipFile },
      }),
    );
  const refusal = (pattern: RegExp) => ({
    name: expect.stringMatching(pattern),
    $metadata: { httpStatusCode: expect.any(Number) },
  });

  afterEach(async () => {
    await expect(clients.lambda.send(new GetFunctionCommand({ FunctionName: 'bad' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('is no zip, or a damaged one, is refused', async () => {
    await expect(create('bad', Buffer.from('hello'))).rejects.toMatchObject(
      refusal(/InvalidParameterValueException|InvalidZipFileException/),
    );
    const whole = await zipOf({ 'index.mjs': 'export const handler = 1;' });
    await expect(create('bad', whole.subarray(0, whole.length - 30))).rejects.toMatchObject(
      refusal(/InvalidParameterValueException|InvalidZipFileException/),
    );
  });

  it('unpacks to more than Lambda allows is refused', async () => {
    const bomb = await zipOf({ a: '\0'.repeat(140_000_000), b: '\0'.repeat(140_000_000) });
    expect(bomb.byteLength).toBeLessThan(2_000_000);
    await expect(create('bad', bomb)).rejects.toMatchObject(
      refusal(/InvalidParameterValueException|CodeStorageExceeded|RequestTooLarge/),
    );
  });

  it('climbs out of its folder is refused', async () => {
    const archive = Buffer.from(await zipOf({ 'xx/xx/evil': 'climbed' }));
    const climbing = Buffer.from(archive.toString('latin1').replaceAll('xx/xx/evil', '../../evil'), 'latin1');
    await expect(create('bad', climbing)).rejects.toMatchObject(
      refusal(/InvalidParameterValueException|InvalidZipFileException/),
    );
  });

  it('comes as 60 MB in the request is refused', async () => {
    await expect(create('bad', Buffer.alloc(60_000_000, 7))).rejects.toMatchObject(
      refusal(/RequestEntityTooLarge|RequestTooLarge/),
    );
  });
});

describe('a request that', () => {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=' +
    '0'.repeat(64);
  const send = (path: string, init: RequestInit) =>
    fetch(program.ready.url + path, { ...init, headers: { authorization, ...init.headers } });

  it.each([
    [
      'has a body that is no JSON',
      '/2015-03-31/functions',
      { method: 'POST', body: '{"FunctionName": ' },
      400,
    ],
    ['has wrong types', '/2015-03-31/functions', { method: 'POST', body: '{"FunctionName": 5}' }, 400],
    ['goes nowhere', '/2015-03-31/nothing', { method: 'GET' }, 404],
    [
      'comes from a web page',
      '/2015-03-31/functions/',
      { method: 'GET', headers: { origin: 'https://evil.example' } },
      403,
    ],
    ['has no signature', '/2015-03-31/functions/', { method: 'GET', headers: { authorization: '' } }, 403],
  ])('%s is refused in words', async (_name, path, init: RequestInit, status) => {
    const answer = await send(path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    const body = (await answer.json()) as { message?: string; Message?: string };
    expect((body.message ?? body.Message ?? '').length).toBeGreaterThan(5);
  });

  it('invokes with a payload that is no JSON is refused', async () => {
    const answer = await send('/2015-03-31/functions/healthy/invocations', {
      method: 'POST',
      body: 'not json',
    });
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([
      400,
      'InvalidRequestContentException',
    ]);
  });

  it('comes a hundred times at once is answered each time', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => invoke(clients, 'healthy')));
    expect(answers.every((answer) => answer.payload === 'well')).toBe(true);
    const { Functions } = await clients.lambda.send(new ListFunctionsCommand({}));
    expect(Functions?.length).toBeGreaterThan(0);
  });
});
