import {
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetPolicyCommand,
  InvokeCommand,
  InvokeWithResponseStreamCommand,
  LambdaClient,
  LambdaServiceException,
  ListFunctionsCommand,
  ListTagsCommand,
  paginateListFunctions,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipSync } from 'fflate';
import { startListener, type Listener } from '../../../http/listener.ts';
import { createWire } from '../../../wire/wire.ts';
import { systemClock } from '../../clock.ts';
import { createCodeArchives } from '../code-archives.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { openLambda, report, roleArn, type TestLambda } from './harness.ts';

// A fixed date, so that the same text gives the same bytes.
const archive = (text: string) =>
  zipSync({ 'index.mjs': new TextEncoder().encode(text) }, { mtime: '2026-01-02' });
const handler = 'export const handler = async () => 1;';

let store: Awaited<ReturnType<typeof openTemporaryStore>>;
let lambda: TestLambda;
let listener: Listener;
let client: LambdaClient;

beforeAll(async () => {
  store = await openTemporaryStore();
  lambda = await openLambda({ store, clock: systemClock, archives: createCodeArchives(store) });
  const log = { error: (fields: object, message: string) => void lambda.logged.push({ fields, message }) };
  listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire: createWire([lambda.service], { log }),
    planes: [lambda.service.codePlane],
    health: () => ({}),
    log,
  });
  client = new LambdaClient({
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});

afterAll(async () => {
  client.destroy();
  await listener.close();
  await lambda[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
  expect(lambda.logged).toEqual([]);
});

async function refused(work: Promise<unknown>): Promise<LambdaServiceException> {
  const error: unknown = await work.catch((caught: unknown) => caught);
  if (!(error instanceof LambdaServiceException)) throw new Error(`Expected a refusal, got ${String(error)}`);
  return error;
}

test('the life of a function through the SDK', async () => {
  const FunctionName = 'sdk';
  const create = new CreateFunctionCommand({
    FunctionName,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: roleArn,
    Code: { ZipFile: archive(handler) },
    Tags: { team: 'a b' },
  });
  const created = await client.send(create);
  expect(created.$metadata.httpStatusCode).toBe(201);
  expect(created).toMatchObject({ State: 'Pending', StateReasonCode: 'Creating' });
  const duplicate = await refused(client.send(create));
  expect(duplicate).toMatchObject({
    name: 'ResourceConflictException',
    message: 'Function already exist: sdk',
    Type: 'User',
    $metadata: { httpStatusCode: 409 },
  });
  const wait = { client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 };
  await waitUntilFunctionActiveV2(wait, { FunctionName });

  const read = await client.send(new GetFunctionCommand({ FunctionName }));
  expect(read.Tags).toEqual({ team: 'a b' });
  expect(read.Configuration?.LastModified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
  const download = await fetch(read.Code?.Location ?? '');
  expect(Buffer.from(await download.arrayBuffer()).equals(Buffer.from(archive(handler)))).toBe(true);

  await client.send(
    new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: { AB: 'ü' } } }),
  );
  await waitUntilFunctionUpdatedV2(wait, { FunctionName });
  const other = archive(`${handler}//`);
  const updated = await client.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: other }));
  expect(updated).toMatchObject({ LastUpdateStatus: 'InProgress', CodeSize: other.length });
  await waitUntilFunctionUpdatedV2(wait, { FunctionName });

  const published = await client.send(new PublishVersionCommand({ FunctionName, Description: 'first' }));
  expect(published).toMatchObject({ Version: '1', $metadata: { httpStatusCode: 201 } });
  const alias = await client.send(
    new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '1' }),
  );
  expect(alias.$metadata.httpStatusCode).toBe(201);

  const answer = await client.send(
    new InvokeCommand({ FunctionName, Payload: Buffer.from('{"a":"ü"}'), LogType: 'Tail' }),
  );
  expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
  expect(answer.Payload?.transformToString()).toBe('"done"');
  expect(Buffer.from(answer.LogResult ?? '', 'base64').toString()).toBe('END');
  expect(lambda.script.calls[0]?.launch.variables).toEqual({ AB: 'ü' });
  expect(lambda.script.calls[0]?.request.requestId).toBe(answer.$metadata.requestId);
  const live = await client.send(new InvokeCommand({ FunctionName, Qualifier: 'live' }));
  expect(live.ExecutedVersion).toBe('1');
  const dry = await client.send(new InvokeCommand({ FunctionName, InvocationType: 'DryRun' }));
  expect(dry.$metadata.httpStatusCode).toBe(204);

  const streamed = await client.send(new InvokeWithResponseStreamCommand({ FunctionName, LogType: 'Tail' }));
  const events = [];
  for await (const event of streamed.EventStream ?? []) events.push(event);
  expect(events.map((event) => Object.keys(event)[0])).toEqual(['PayloadChunk', 'InvokeComplete']);
  expect(Buffer.from(events[0]?.PayloadChunk?.Payload ?? []).toString()).toBe('"done"');
  expect(events[1]?.InvokeComplete?.LogResult).toBe(Buffer.from('END').toString('base64'));

  const Resource = created.FunctionArn ?? '';
  await client.send(new TagResourceCommand({ Resource, Tags: { more: '1' } }));
  const untagged = await client.send(new UntagResourceCommand({ Resource, TagKeys: ['team'] }));
  expect(untagged.$metadata.httpStatusCode).toBe(204);
  expect((await client.send(new ListTagsCommand({ Resource }))).Tags).toEqual({ more: '1' });

  const removed = await client.send(new DeleteFunctionCommand({ FunctionName }));
  expect(removed.$metadata.httpStatusCode).toBe(204);
  expect(await refused(client.send(new GetFunctionCommand({ FunctionName })))).toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Function not found: arn:aws:lambda:eu-west-1:000000000000:function:sdk',
  });
});

test('a failure of the function arrives as one', async () => {
  const answer = lambda.script.answer;
  lambda.script.answer = () => ({
    kind: 'function-error',
    functionError: 'Unhandled',
    payload: Buffer.from('{"errorType":"E"}'),
    report,
  });
  const FunctionName = 'fails';
  await client.send(
    new CreateFunctionCommand({
      FunctionName,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: roleArn,
      Code: { ZipFile: archive(handler) },
    }),
  );
  await waitUntilFunctionActiveV2({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, { FunctionName });
  const failed = await client.send(new InvokeCommand({ FunctionName }));
  expect(failed).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
  lambda.script.answer = answer;
});

test('refusals keep their names and texts on the wire', async () => {
  const policy = await refused(client.send(new GetPolicyCommand({ FunctionName: 'none' })));
  expect(policy).toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Function not found: arn:aws:lambda:eu-west-1:000000000000:function:none',
  });
  const asked = await refused(client.send(new ListFunctionsCommand({ MaxItems: 10_001 })));
  expect(asked).toMatchObject({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value '10001' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 10000",
  });
  const json = await refused(
    client.send(new InvokeCommand({ FunctionName: 'fails', Payload: Buffer.from('{') })),
  );
  expect(json.name).toBe('InvalidRequestContentException');
});

test('lists come in pages, by the SDK’s own paginator', async () => {
  const one = store.database.statement('SELECT count(*) AS n FROM lambda_function').get();
  expect(one).toEqual({ n: 1 });
  // Rows by SQL: 120 creations over HTTP would test the same and take longer.
  for (let index = 0; index < 119; index += 1) {
    store.database
      .statement(
        `INSERT INTO lambda_function SELECT account_id, region, :name, settings, code_blob, code_size, unpacked_size,
         running_settings, running_code_blob, tags, state, state_reason, state_reason_code, last_update_status,
         revision_id, modified_ms FROM lambda_function WHERE name = 'fails'`,
      )
      .run({ name: `copy-${index}` });
  }
  const names: (string | undefined)[] = [];
  for await (const page of paginateListFunctions({ client }, {})) {
    names.push(...(page.Functions ?? []).map((item) => item.FunctionName));
  }
  expect(names).toHaveLength(120);
  expect(new Set(names).size).toBe(120);
});

test('a refusal without a side at fault arrives as one', async () => {
  const FunctionName = 'no-type';
  await client.send(
    new CreateFunctionCommand({
      FunctionName,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: roleArn,
      Code: { ZipFile: archive(handler) },
    }),
  );
  const tooMuch = new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 950 });
  expect(await refused(client.send(tooMuch))).toMatchObject({
    name: 'InvalidParameterValueException',
    Type: undefined,
  });
  await waitUntilFunctionActiveV2({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, { FunctionName });
  await client.send(new PublishVersionCommand({ FunctionName }));
  const latest = new CreateAliasCommand({
    FunctionName,
    Name: 'live',
    FunctionVersion: '$LATEST',
    RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } },
  });
  expect(await refused(client.send(latest))).toMatchObject({
    message: '$LATEST is not supported for an alias pointing to more than 1 version',
    Type: undefined,
  });
});
