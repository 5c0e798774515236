import { once } from 'node:events';
import { Agent, request } from 'node:http';
import {
  CloudWatchLogsClient,
  StartLiveTailCommand,
  type StartLiveTailResponseStream,
} from '@aws-sdk/client-cloudwatch-logs';
import { InvokeWithResponseStreamCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceError } from '../errors.ts';
import type { RequestContext } from '../services/service.ts';
import { fakeAuthorization } from './test/raw-request.ts';
import {
  clientOptions,
  startTestEndpoint,
  testService,
  type TestEndpoint,
} from './test/start-test-endpoint.ts';

let endpoint: TestEndpoint;
let source: (context: RequestContext) => AsyncIterable<unknown>;

beforeAll(async () => {
  endpoint = await startTestEndpoint([
    testService('logs', {
      StartLiveTail: (_: unknown, context: RequestContext) => ({ responseStream: source(context) }),
    }),
    testService('lambda', {
      InvokeWithResponseStream: (_: unknown, context: RequestContext) => ({
        StatusCode: 200,
        EventStream: source(context),
      }),
    }),
  ]);
});
afterAll(() => endpoint.close());

async function* of(...events: readonly unknown[]): AsyncGenerator<unknown> {
  yield* events;
}

const tail = new StartLiveTailCommand({ logGroupIdentifiers: ['arn:aws:logs:r:1:log-group:g'] });

async function readTail(client: CloudWatchLogsClient): Promise<StartLiveTailResponseStream[]> {
  const answer = await client.send(tail);
  const events: StartLiveTailResponseStream[] = [];
  for await (const event of answer.responseStream ?? []) events.push(event);
  return events;
}

it('StartLiveTail is read by its client, initial response first', async () => {
  const start = { sessionStart: { requestId: 'r', sessionId: 's', logGroupIdentifiers: ['g'] } };
  const update = {
    sessionUpdate: { sessionMetadata: { sampled: false }, sessionResults: [{ message: 'm', timestamp: 1 }] },
  };
  source = () => of(start, update);
  expect(await readTail(new CloudWatchLogsClient(clientOptions(endpoint)))).toEqual([start, update]);
});

it('StartLiveTail works with the host prefix its clients put before the name', async () => {
  source = () => of({ sessionStart: { sessionId: 's' } });
  let host = '';
  const client = new CloudWatchLogsClient({
    ...clientOptions(endpoint),
    disableHostPrefix: false,
    requestHandler: {
      httpAgent: new Agent({
        lookup(hostname, options, callback) {
          host = hostname;
          if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
          else callback(null, '127.0.0.1', 4);
        },
      }),
    },
  });
  expect(await readTail(client)).toHaveLength(1);
  expect(host).toBe('stream-127.0.0.1');
});

it('an error in the middle is an exception where the stream models it, and an error message where not', async () => {
  source = async function* () {
    yield { sessionStart: { sessionId: 's' } };
    throw new ServiceError('SessionTimeoutException', 400, 'The session has ended.');
  };
  const client = new CloudWatchLogsClient(clientOptions(endpoint));
  await expect(readTail(client)).rejects.toMatchObject({
    name: 'SessionTimeoutException',
    message: 'The session has ended.',
  });
  source = async function* () {
    yield { sessionStart: { sessionId: 's' } };
    throw new Error('a secret of ours');
  };
  const failure = await readTail(client).catch((error: unknown) => error as Error);
  expect(String(failure)).not.toContain('secret');
  expect(failure).toBeInstanceOf(Error);
  expect(endpoint.failures.splice(0)).toMatchObject([{ message: 'A stream failed' }]);
});

it('events come one by one, not when the stream ends', async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  source = async function* () {
    yield { PayloadChunk: { Payload: Buffer.from('first') } };
    await gate;
    yield { InvokeComplete: {} };
  };
  const answer = await new LambdaClient(clientOptions(endpoint)).send(
    new InvokeWithResponseStreamCommand({ FunctionName: 'f' }),
  );
  const events = (answer.EventStream ?? of())[Symbol.asyncIterator]();
  expect((await events.next()).value).toEqual({
    PayloadChunk: { Payload: new Uint8Array(Buffer.from('first')) },
  });
  release();
  expect((await events.next()).value).toEqual({ InvokeComplete: {} });
});

const STREAM_PATH = '/2021-11-15/functions/f/response-streaming-invocations';

it('a caller that hangs up aborts the signal and ends the source', async () => {
  let isEnded = false;
  const aborted = new Promise<void>((resolve) => {
    source = async function* (context) {
      try {
        context.signal.addEventListener('abort', () => resolve());
        yield { PayloadChunk: { Payload: Buffer.from('first') } };
        await once(context.signal, 'abort');
        yield { PayloadChunk: { Payload: Buffer.from('second') } };
      } finally {
        isEnded = true;
      }
    };
  });
  const outgoing = request({
    port: endpoint.port,
    host: '127.0.0.1',
    method: 'POST',
    path: STREAM_PATH,
    headers: { authorization: fakeAuthorization('lambda') },
    agent: false,
  });
  outgoing.on('error', () => undefined);
  outgoing.on('response', (incoming) => incoming.once('data', () => outgoing.destroy()));
  outgoing.end();
  await aborted;
  await expect.poll(() => isEnded).toBe(true);
});

it('an upload whose reader gives up does not block the next request of its connection', async () => {
  const other = await startTestEndpoint([
    testService('s3', {
      async PutObject({ Body }: { Body: AsyncIterable<Uint8Array> }) {
        for await (const piece of Body)
          if (piece.length > 0) throw new ServiceError('InternalError', 500, 'no room');
      },
    }),
  ]);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const put = async () => {
    const outgoing = request({
      port: other.port,
      host: '127.0.0.1',
      method: 'PUT',
      path: '/bucket/key',
      headers: { authorization: fakeAuthorization('s3') },
      agent,
    });
    outgoing.end(Buffer.alloc(2_000_000));
    const [incoming] = (await once(outgoing, 'response')) as [import('node:http').IncomingMessage];
    incoming.resume();
    await once(incoming, 'end');
    return incoming.statusCode;
  };
  expect([await put(), await put(), await put()]).toEqual([500, 500, 500]);
  agent.destroy();
  await other.close();
});

it('a source is not pulled faster than its reader reads', async () => {
  let pulled = 0;
  const total = 400;
  const chunk = Buffer.alloc(262_144);
  source = async function* () {
    for (; pulled < total; pulled += 1) yield { PayloadChunk: { Payload: chunk } };
  };
  const outgoing = request({
    port: endpoint.port,
    host: '127.0.0.1',
    method: 'POST',
    path: STREAM_PATH,
    headers: { authorization: fakeAuthorization('lambda') },
    agent: false,
  });
  outgoing.end();
  const [incoming] = (await once(outgoing, 'response')) as [import('node:http').IncomingMessage];
  let last = -1;
  // The kernel's buffers fill up and the count stands still, far from the end.
  await expect
    .poll(
      () => {
        const isStill = pulled === last;
        last = pulled;
        return isStill;
      },
      { interval: 100, timeout: 10_000 },
    )
    .toBe(true);
  expect(pulled).toBeLessThan(total / 2);
  let received = 0;
  for await (const piece of incoming) received += (piece as Buffer).length;
  expect(received).toBeGreaterThan(total * chunk.length);
});
