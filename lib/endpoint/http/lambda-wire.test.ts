import {
  CreateFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  InvokeWithResponseStreamCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceError } from '../errors.ts';
import type { RequestContext } from '../services/service.ts';
import {
  clientOptions,
  startTestEndpoint,
  testService,
  type TestEndpoint,
} from './test/start-test-endpoint.ts';

let endpoint: TestEndpoint;
let client: LambdaClient;
let seen: { input: unknown; context: RequestContext } | undefined;

beforeAll(async () => {
  const lambda = testService('lambda', {
    CreateFunction(input: Record<string, unknown>, context: RequestContext) {
      seen = { input, context };
      return { FunctionName: input.FunctionName, CodeSize: 3, LastModified: '2026-01-01T00:00:00.000+0000' };
    },
    GetFunction(input: { FunctionName: string }) {
      throw new ServiceError('ResourceNotFoundException', 404, `Function not found: ${input.FunctionName}`);
    },
    ListFunctions(input: unknown, context: RequestContext) {
      seen = { input, context };
      return {
        Functions: [{ FunctionName: 'a', Environment: { Variables: { A: '1' } } }],
        NextMarker: 'a+b/c',
      };
    },
    Invoke(input: { Payload?: Uint8Array }, context: RequestContext) {
      seen = { input, context };
      return { StatusCode: 200, ExecutedVersion: '$LATEST', Payload: input.Payload ?? Buffer.from('null') };
    },
    InvokeWithResponseStream() {
      const first = Object.freeze({ PayloadChunk: Object.freeze({ Payload: Buffer.from('hello ') }) });
      return {
        StatusCode: 200,
        EventStream: (async function* () {
          yield first;
          yield first;
          yield { InvokeComplete: { ErrorCode: 'Unhandled', ErrorDetails: 'boom' } };
        })(),
      };
    },
  });
  endpoint = await startTestEndpoint([lambda]);
  client = new LambdaClient(clientOptions(endpoint));
});

afterAll(async () => {
  client.destroy();
  await endpoint.close();
});

it('reads a body, gives account and region from the signature, and writes an answer', async () => {
  const answer = await client.send(
    new CreateFunctionCommand({
      FunctionName: 'orders',
      Role: 'arn:aws:iam::123456789012:role/r',
      Code: { ZipFile: Buffer.from([1, 2, 3]) },
      Environment: { Variables: { A: '1' } },
      Timeout: 3,
    }),
  );
  expect(answer.FunctionName).toBe('orders');
  expect(answer.$metadata.httpStatusCode).toBe(201);
  expect(seen?.input).toEqual({
    FunctionName: 'orders',
    Role: 'arn:aws:iam::123456789012:role/r',
    Code: { ZipFile: Buffer.from([1, 2, 3]) },
    Environment: { Variables: { A: '1' } },
    Timeout: 3,
  });
  expect(seen?.context.accountId).toBe('123456789012');
  expect(seen?.context.region).toBe('eu-central-1');
  expect(seen?.context.baseUrl).toBe(endpoint.url);
  expect(answer.$metadata.requestId).toBe(seen?.context.requestId);
});

it('reads labels, query and headers, and writes lists and tokens', async () => {
  const answer = await client.send(new ListFunctionsCommand({ Marker: 'x y+z', MaxItems: 5 }));
  expect(seen?.input).toEqual({ Marker: 'x y+z', MaxItems: 5 });
  expect(answer.Functions?.[0]?.Environment?.Variables).toEqual({ A: '1' });
  expect(answer.NextMarker).toBe('a+b/c');
});

it('carries payload bytes through Invoke untouched', async () => {
  const answer = await client.send(
    new InvokeCommand({
      FunctionName: 'arn:aws:lambda:r:1:function:f',
      Payload: '{"a":1}',
      LogType: 'Tail',
      Qualifier: 'live',
    }),
  );
  expect(seen?.input).toMatchObject({
    FunctionName: 'arn:aws:lambda:r:1:function:f',
    LogType: 'Tail',
    Qualifier: 'live',
  });
  expect(answer.Payload?.transformToString()).toBe('{"a":1}');
  expect(answer.ExecutedVersion).toBe('$LATEST');
});

it('answers a modelled error with its status, type and fault', async () => {
  await expect(client.send(new GetFunctionCommand({ FunctionName: 'f' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Function not found: f',
    Type: 'User',
    $metadata: { httpStatusCode: 404 },
  });
});

it('streams events that the SDK reads, without touching the objects it was given', async () => {
  const answer = await client.send(new InvokeWithResponseStreamCommand({ FunctionName: 'f' }));
  const events: unknown[] = [];
  for await (const event of answer.EventStream ?? []) events.push(event);
  expect(events).toEqual([
    { PayloadChunk: { Payload: new Uint8Array(Buffer.from('hello ')) } },
    { PayloadChunk: { Payload: new Uint8Array(Buffer.from('hello ')) } },
    { InvokeComplete: { ErrorCode: 'Unhandled', ErrorDetails: 'boom' } },
  ]);
});
