import {
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  StartLiveTailCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  ListFunctionsCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsFor, createNodeFunction, invoke, zipOf, type Clients } from './clients.ts';
import { startProgram, temporaryFolder, type Program } from './program.ts';

let program: Program;
let clients: Clients;

beforeAll(async () => {
  program = await startProgram();
  clients = clientsFor(program.ready.url);
});

afterAll(async () => {
  clients[Symbol.dispose]();
  await program[Symbol.asyncDispose]();
});

const wait = { maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 };

describe('through the SDK', () => {
  it('a function is created with a new role, invoked, read, updated and deleted', async () => {
    const { lambda, logs, iam } = clients;
    const trust = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    };
    const { Role } = await iam.send(
      new CreateRoleCommand({
        RoleName: 'hello-role',
        Path: '/service-role/',
        AssumeRolePolicyDocument: JSON.stringify(trust),
      }),
    );
    const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'hello-role', PolicyArn }));
    const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'hello-role' }));
    expect(attached.AttachedPolicies).toEqual([{ PolicyName: 'AWSLambdaBasicExecutionRole', PolicyArn }]);
    const read = await iam.send(new GetRoleCommand({ RoleName: 'hello-role' }));
    expect(decodeURIComponent(read.Role?.AssumeRolePolicyDocument ?? '')).toBe(JSON.stringify(trust));

    const source =
      'export const handler = async (event) => { console.log("greeting", event.name); return `${process.env.GREETING} ${event.name}`; };';
    await createNodeFunction(clients, 'hello', source, {
      Role: Role?.Arn ?? '',
      Environment: { Variables: { GREETING: 'Hello' } },
      Tags: { team: 'a' },
    });
    const first = await lambda.send(
      new InvokeCommand({ FunctionName: 'hello', Payload: '{"name":"Ada"}', LogType: 'Tail' }),
    );
    expect(first.Payload?.transformToString()).toBe('"Hello Ada"');
    expect(Buffer.from(first.LogResult ?? '', 'base64').toString()).toMatch(
      /START RequestId.*greeting Ada.*REPORT/s,
    );

    const { logStreams } = await logs.send(
      new DescribeLogStreamsCommand({ logGroupName: '/aws/lambda/hello' }),
    );
    expect(logStreams).toHaveLength(1);
    const { events } = await logs.send(
      new GetLogEventsCommand({
        logGroupName: '/aws/lambda/hello',
        logStreamName: logStreams?.[0]?.logStreamName ?? '',
        startFromHead: true,
      }),
    );
    expect(events?.map((event) => event.message?.split(/[\s:]/)[0])).toEqual([
      'INIT_START',
      expect.any(String),
      'START',
      expect.any(String),
      'END',
      'REPORT',
    ]);

    await lambda.send(
      new UpdateFunctionConfigurationCommand({
        FunctionName: 'hello',
        Environment: { Variables: { GREETING: 'Hi' } },
        Timeout: 7,
      }),
    );
    await waitUntilFunctionUpdatedV2({ client: lambda, ...wait }, { FunctionName: 'hello' });
    expect((await invoke(clients, 'hello', { name: 'Ada' })).payload).toBe('Hi Ada');
    await lambda.send(
      new UpdateFunctionCodeCommand({
        FunctionName: 'hello',
        ZipFile: await zipOf({ 'index.mjs': 'export const handler = async () => "changed";' }),
      }),
    );
    await waitUntilFunctionUpdatedV2({ client: lambda, ...wait }, { FunctionName: 'hello' });
    expect((await invoke(clients, 'hello')).payload).toBe('changed');

    const found = await lambda.send(new GetFunctionCommand({ FunctionName: 'hello' }));
    expect(found).toMatchObject({ Configuration: { Timeout: 7, Role: Role?.Arn }, Tags: { team: 'a' } });
    const archive = await fetch(found.Code?.Location ?? '');
    expect([archive.status, archive.headers.get('content-type')]).toEqual([200, 'application/zip']);

    await lambda.send(new DeleteFunctionCommand({ FunctionName: 'hello' }));
    await expect(lambda.send(new GetFunctionCommand({ FunctionName: 'hello' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    // As in AWS the log group outlives its function.
    const groups = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/aws/lambda/hello' }));
    expect(groups.logGroups).toHaveLength(1);
  });

  it('errors of a function keep their type, and are found in its log', async () => {
    const source =
      'class OrderError extends Error { name = "OrderError"; }\nexport const handler = async () => { throw new OrderError("no such order"); };';
    await createNodeFunction(clients, 'failing', source);
    expect(await invoke(clients, 'failing')).toMatchObject({
      status: 200,
      functionError: 'Unhandled',
      payload: { errorType: 'OrderError', errorMessage: 'no such order' },
    });
    const { events } = await clients.logs.send(
      new FilterLogEventsCommand({ logGroupName: '/aws/lambda/failing', filterPattern: '"no such order"' }),
    );
    expect(events?.length).toBeGreaterThan(0);
  });

  it('a live tail shows what a function writes while it is open', async () => {
    await createNodeFunction(
      clients,
      'tailed',
      'export const handler = async (event) => console.log("seen", event.id);',
    );
    await invoke(clients, 'tailed', { id: 1 });
    const { responseStream } = await clients.logs.send(
      new StartLiveTailCommand({
        logGroupIdentifiers: ['arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/tailed'],
        logEventFilterPattern: 'seen',
      }),
    );
    const seen: string[] = [];
    for await (const event of responseStream ?? []) {
      if (event.sessionStart) await invoke(clients, 'tailed', { id: 2 });
      seen.push(...(event.sessionUpdate?.sessionResults ?? []).map((result) => result.message ?? ''));
      if (seen.length > 0) break;
    }
    expect(seen).toEqual([expect.stringContaining('seen 2')]);
  });

  it('accounts and regions do not see each other', async () => {
    await createNodeFunction(clients, 'mine', 'export const handler = async () => 1;');
    using others = clientsFor(program.ready.url, { accessKeyId: '111111111111', secretAccessKey: 'x' });
    expect((await others.lambda.send(new ListFunctionsCommand({}))).Functions).toEqual([]);
    const identity = await others.sts.send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({
      Account: '111111111111',
      Arn: 'arn:aws:iam::111111111111:user/111111111111',
    });
    expect((await others.sts.send(new GetCallerIdentityCommand({}))).UserId).toBe(identity.UserId);
  });
});

describe('the first start', () => {
  it('that is cut short among its samples is continued, and only once', { timeout: 60_000 }, async () => {
    const root = await temporaryFolder();
    const options = { folder: path.join(root, 'data'), environment: { LAMBDECK_SAMPLES: 'on' } };
    const count = async (sdk: Clients) =>
      (await sdk.lambda.send(new ListFunctionsCommand({}))).Functions?.length;
    try {
      const first = await startProgram(options);
      using sdk = clientsFor(first.ready.url);
      await expect.poll(() => count(sdk), { interval: 1, timeout: 10_000 }).toBeGreaterThan(0);
      await first.end('SIGKILL');
      const second = await startProgram(options);
      using again = clientsFor(second.ready.url);
      await expect.poll(() => count(again), { timeout: 10_000 }).toBe(6);
      await expect
        .poll(() => existsSync(path.join(options.folder, 'samples-unfinished')), { timeout: 10_000 })
        .toBe(false);
      const [deleted] = (await again.lambda.send(new ListFunctionsCommand({}))).Functions ?? [];
      await again.lambda.send(new DeleteFunctionCommand({ FunctionName: deleted?.FunctionName }));
      await second.end();
      await using third = await startProgram(options);
      using last = clientsFor(third.ready.url);
      expect(await count(last)).toBe(5);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });

  it('makes the sample functions, and they run', async () => {
    await using fresh = await startProgram({ environment: { LAMBDECK_SAMPLES: 'on' } });
    using sdk = clientsFor(fresh.ready.url);
    const names = await expect
      .poll(async () => (await sdk.lambda.send(new ListFunctionsCommand({}))).Functions?.length, {
        timeout: 5000,
      })
      .toBe(6)
      .then(
        async () =>
          (await sdk.lambda.send(new ListFunctionsCommand({}))).Functions?.map(
            (fn) => fn.FunctionName ?? '',
          ) ?? [],
      );
    for (const FunctionName of names)
      await waitUntilFunctionActiveV2({ client: sdk.lambda, ...wait }, { FunctionName });
    expect(
      (await invoke(sdk, 'order-pricing', { customer: 'C-1', lines: [{ sku: 'mug', quantity: 2 }] })).payload,
    ).toMatchObject({ total: 2990 });
    expect(
      await invoke(sdk, 'order-pricing', { customer: 'C-1', lines: [{ sku: 'boat', quantity: 2 }] }),
    ).toMatchObject({ functionError: 'Unhandled', payload: { errorType: 'UnknownProductError' } });
    expect(
      (await invoke(sdk, 'image-sizes', { name: 'a.png', width: 1000, height: 500, aspect: '1:1' })).payload,
    ).toMatchObject({ crop: { x: 250, width: 500 } });
    expect((await invoke(sdk, 'webhook-receiver', {})).payload).toMatchObject({ statusCode: 401 });
    if (!fresh.ready.runtimes.some((runtime) => runtime.version.startsWith('Python'))) {
      console.warn('Not run: the Python samples, because this machine has no Python.');
      return;
    }
    expect((await invoke(sdk, 'sales-report')).payload).toMatchObject({ rows: 8, total: '795.60' });
    expect((await invoke(sdk, 'text-statistics', { text: 'One two. Two!' })).payload).toMatchObject({
      words: 3,
      sentences: 2,
    });
  });
});

describe('with keys configured', () => {
  it('a right signature is taken, a wrong or unknown one is refused', async () => {
    await using guarded = await startProgram({ environment: { LAMBDECK_ENDPOINT_KEYS: 'AKIDONE:right' } });
    const list = async (accessKeyId: string, secretAccessKey: string) => {
      using sdk = clientsFor(guarded.ready.url, { accessKeyId, secretAccessKey });
      return sdk.lambda.send(new ListFunctionsCommand({}));
    };
    expect((await list('AKIDONE', 'right')).Functions).toEqual([]);
    await expect(list('AKIDONE', 'wrong')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await expect(list('AKIDTWO', 'right')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    using sdk = clientsFor(guarded.ready.url, { accessKeyId: 'AKIDONE', secretAccessKey: 'right' });
    // A signed body is checked as well.
    await expect(
      sdk.lambda.send(new CreateFunctionCommand({ FunctionName: 'f', Role: 'r', Code: {} })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
  });
});
