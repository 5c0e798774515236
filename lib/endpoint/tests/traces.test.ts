import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import {
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  AddPermissionCommand,
  CreateEventSourceMappingCommand,
  InvokeCommand,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { BatchGetTracesCommand, GetTraceSummariesCommand, XRayClient } from '@aws-sdk/client-xray';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { clientsFor, createNodeFunction, invoke, zipOf, type Clients } from './clients.ts';
import { runClient } from './other-clients.ts';
import { startProgram, temporaryFolder, type Program } from './program.ts';

const settings = (url: string) => ({
  endpoint: url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
});

let program: Program;
let clients: Clients;
let xray: XRayClient;

beforeAll(async () => {
  program = await startProgram();
  clients = clientsFor(program.ready.url);
  xray = new XRayClient(settings(program.ready.url));
});
afterAll(async () => {
  xray.destroy();
  clients[Symbol.dispose]();
  await program[Symbol.asyncDispose]();
});

interface Segment {
  readonly id: string;
  readonly name: string;
  readonly origin?: string;
  readonly parent_id?: string;
  readonly start_time: number;
  readonly end_time: number;
  readonly http?: { readonly response: { readonly status: number } };
  readonly aws?: Readonly<Record<string, unknown>>;
  readonly fault?: boolean;
  readonly error?: boolean;
  readonly throttle?: boolean;
  readonly cause?: { readonly exceptions: readonly Record<string, unknown>[] };
  readonly annotations?: Readonly<Record<string, unknown>>;
  readonly subsegments?: readonly Segment[];
}

async function traceOf(id: string): Promise<Segment[]> {
  const { Traces } = await xray.send(new BatchGetTracesCommand({ TraceIds: [id] }));
  return (Traces?.[0]?.Segments ?? []).map(({ Document = '' }) => JSON.parse(Document) as Segment);
}

async function tracesThrough(name: string): Promise<string[]> {
  const { TraceSummaries } = await xray.send(
    new GetTraceSummariesCommand({
      StartTime: new Date(Date.now() - 3_600_000),
      EndTime: new Date(Date.now() + 1000),
      FilterExpression: `service("${name}")`,
    }),
  );
  return (TraceSummaries ?? []).map(({ Id = '' }) => Id);
}

const eventually = <Value>(check: () => Promise<Value>) =>
  vi.waitFor(check, { timeout: 15_000, interval: 50 });
const segment = (trace: readonly Segment[], origin: string): Segment => {
  const found = trace.find((one) => one.origin === origin);
  if (!found) throw new Error(`no ${origin} in ${JSON.stringify(trace)}`);
  return found;
};
const newRoot = () => `1-${Math.floor(Date.now() / 1000).toString(16)}-${randomBytes(12).toString('hex')}`;
const upstream = '00000000000000aa';
const active = { TracingConfig: { Mode: 'Active' } } as const;

/** Tells its header, and sends a subsegment as SDKs do. */
const telling = `
  import { createSocket } from 'node:dgram';
  export const handler = async (event) => {
    if (event.fail) throw new TypeError('asked for');
    const header = process.env._X_AMZN_TRACE_ID;
    const of = (name) => new RegExp(name + '=([^;]+)').exec(header)?.[1];
    const [host, port] = process.env.AWS_XRAY_DAEMON_ADDRESS.split(':');
    const socket = createSocket('udp4');
    const now = Date.now() / 1000;
    const subsegment = { id: '00000000000000bb', name: 'own work', type: 'subsegment', trace_id: of('Root'),
      parent_id: of('Parent'), start_time: now, end_time: now + 0.001, annotations: { step: 7 } };
    const packet = '{"format":"json","version":1}\\n' + JSON.stringify(subsegment);
    if (of('Sampled') === '1') await new Promise((done) => socket.send(packet, Number(port), host, done));
    socket.close();
    return { header, missing: process.env.AWS_XRAY_CONTEXT_MISSING, port: process.env._AWS_XRAY_DAEMON_PORT };
  };`;

async function invokeTraced(name: string, traceHeader: string, more: object = {}) {
  const command = new InvokeCommand({ FunctionName: name, LogType: 'Tail', Payload: '{}', ...more });
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers['x-amzn-trace-id'] = traceHeader;
      return next(args);
    },
    { step: 'build' },
  );
  return clients.lambda.send(command);
}

describe('a function whose tracing is active', () => {
  it('writes both segments with their phases, has its own work in them, and says so in REPORT', async () => {
    await createNodeFunction(clients, 'traced', telling, active);
    const answer = await clients.lambda.send(
      new InvokeCommand({ FunctionName: 'traced', LogType: 'Tail', Payload: '{}' }),
    );
    const { header, missing } = JSON.parse(answer.Payload?.transformToString() ?? '') as Record<
      string,
      string
    >;
    const log = Buffer.from(answer.LogResult ?? '', 'base64').toString();
    const [, id = '', segmentId = ''] =
      /\nXRAY TraceId: (1-[0-9a-f]{8}-[0-9a-f]{24})\tSegmentId: ([0-9a-f]{16})\tSampled: true\t\n/.exec(
        log,
      ) ?? [];
    expect(header).toMatch(`Root=${id};Parent=${segmentId};Sampled=1;Lineage=1:`);
    expect(missing).toBe('LOG_ERROR');
    const trace = await eventually(async () => {
      const found = await traceOf(id);
      expect(JSON.stringify(found)).toContain('own work');
      return found;
    });
    const service = segment(trace, 'AWS::Lambda');
    const run = segment(trace, 'AWS::Lambda::Function');
    expect(trace).toHaveLength(2);
    expect(service).toMatchObject({
      name: 'traced',
      http: { response: { status: 200 } },
      aws: { request_id: answer.$metadata.requestId },
    });
    expect(run).toMatchObject({ id: segmentId, parent_id: service.id, aws: { resource_names: ['traced'] } });
    expect(run.subsegments?.map(({ name }) => name)).toEqual(['Initialization', 'Invocation', 'Overhead']);
    const [init, invocation, overhead] = run.subsegments ?? [];
    expect(invocation?.subsegments).toMatchObject([{ name: 'own work', annotations: { step: 7 } }]);
    expect(init?.end_time).toBeLessThanOrEqual((invocation?.start_time ?? 0) + 0.002);
    expect(invocation?.end_time).toBe(overhead?.start_time);
    expect(service.start_time).toBeLessThanOrEqual(run.start_time);
    expect(service.end_time).toBeGreaterThanOrEqual(run.start_time);
  });

  it('says what failed, and that it was throttled', async () => {
    await createNodeFunction(clients, 'failing', telling, active);
    await invoke(clients, 'failing', { fail: true });
    const [id = ''] = await tracesThrough('failing');
    const trace = await traceOf(id);
    expect(segment(trace, 'AWS::Lambda::Function')).toMatchObject({
      fault: true,
      cause: {
        exceptions: [
          {
            type: 'TypeError',
            message: 'asked for',
            stack: expect.arrayContaining([
              { path: '/var/task/index.mjs', line: 4, label: 'Runtime.handler' },
            ]) as unknown,
          },
        ],
      },
    });
    await clients.lambda.send(
      new PutFunctionConcurrencyCommand({ FunctionName: 'failing', ReservedConcurrentExecutions: 0 }),
    );
    const root = newRoot();
    await expect(invokeTraced('failing', `Root=${root};Sampled=1`)).rejects.toThrow('Rate Exceeded');
    expect(await traceOf(root)).toMatchObject([
      { origin: 'AWS::Lambda', throttle: true, error: true, http: { response: { status: 429 } } },
    ]);
  });

  it('samples the first of a second and few beyond, and does as its caller decided', async () => {
    await createNodeFunction(clients, 'sampled', telling, active);
    for (let call = 0; call < 30; call += 1) await invoke(clients, 'sampled');
    const count = (await tracesThrough('sampled')).length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(25);
    const off = newRoot();
    const answer = await invokeTraced('sampled', `Root=${off};Parent=${upstream};Sampled=0`);
    expect(answer.Payload?.transformToString()).toContain(`Root=${off};Parent=${upstream};Sampled=0`);
    expect(Buffer.from(answer.LogResult ?? '', 'base64').toString()).not.toContain('XRAY');
    expect(await traceOf(off)).toEqual([]);
    const on = newRoot();
    await invokeTraced('sampled', `Root=${on};Parent=${upstream};Sampled=1`);
    expect(segment(await traceOf(on), 'AWS::Lambda').parent_id).toBe(upstream);
  });

  it('has the waiting and the attempt of an asynchronous call', async () => {
    await createNodeFunction(clients, 'queued', telling, active);
    const root = newRoot();
    await invokeTraced('queued', `Root=${root};Sampled=1`, { InvocationType: 'Event', LogType: 'None' });
    await eventually(async () => {
      const trace = await traceOf(root);
      const service = segment(trace, 'AWS::Lambda');
      expect(service).toMatchObject({
        http: { response: { status: 202 } },
        subsegments: [{ name: 'Dwell Time' }, { name: 'Attempt #1', http: { response: { status: 200 } } }],
      });
      expect(segment(trace, 'AWS::Lambda::Function').parent_id).toBe(service.subsegments?.[1]?.id);
    });
  });
});

describe('a function whose tracing is off', () => {
  it('is traced where its caller is, and else not', async () => {
    await createNodeFunction(clients, 'passing', telling);
    const { payload } = await invoke(clients, 'passing');
    expect(payload).toMatchObject({ header: expect.stringContaining('Sampled=0') as string });
    expect(await tracesThrough('passing')).toEqual([]);
    const root = newRoot();
    await invokeTraced('passing', `Root=${root};Parent=${upstream};Sampled=1`);
    expect((await traceOf(root)).map(({ origin }) => origin).sort()).toEqual([
      'AWS::Lambda',
      'AWS::Lambda::Function',
    ]);
  });
});

describe('a trace goes on through', () => {
  const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
  const header = (root: string) => `Root=${root};Parent=${upstream};Sampled=1`;
  const arrives = (root: string) =>
    eventually(async () => expect(segment(await traceOf(root), 'AWS::Lambda').parent_id).toBe(upstream));

  beforeAll(async () => {
    await createNodeFunction(clients, 'target', telling, active);
    for (const service of ['sns', 'events'])
      await clients.lambda.send(
        new AddPermissionCommand({
          FunctionName: 'target',
          StatementId: service,
          Action: 'lambda:InvokeFunction',
          Principal: `${service}.amazonaws.com`,
        }),
      );
  });

  it('SQS', async () => {
    const sqs = new SQSClient(settings(program.ready.url));
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'traced' }));
    await clients.lambda.send(
      new CreateEventSourceMappingCommand({
        FunctionName: 'target',
        EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:traced',
      }),
    );
    const root = newRoot();
    await sqs.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: 'x',
        MessageSystemAttributes: { AWSTraceHeader: { DataType: 'String', StringValue: header(root) } },
      }),
    );
    await arrives(root);
    sqs.destroy();
  });

  it('SNS', async () => {
    const sns = new SNSClient(settings(program.ready.url));
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'traced' }));
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint: arn('target') }));
    const root = newRoot();
    const publish = new PublishCommand({ TopicArn, Message: 'x' });
    publish.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        headers['x-amzn-trace-id'] = header(root);
        return next(args);
      },
      { step: 'build' },
    );
    await sns.send(publish);
    await arrives(root);
    sns.destroy();
  });

  it('EventBridge', async () => {
    const events = new EventBridgeClient(settings(program.ready.url));
    await events.send(new PutRuleCommand({ Name: 'traced', EventPattern: '{"source":["traced"]}' }));
    await events.send(
      new PutTargetsCommand({ Rule: 'traced', Targets: [{ Id: 'one', Arn: arn('target') }] }),
    );
    const root = newRoot();
    const entry = { Source: 'traced', DetailType: 'x', Detail: '{}', TraceHeader: header(root) };
    await events.send(new PutEventsCommand({ Entries: [entry] }));
    await arrives(root);
    events.destroy();
  });
});

describe('a stage of a REST API', () => {
  it('that traces has its own segment above those of the function, one that does not has none', async () => {
    await createNodeFunction(
      clients,
      'behind',
      "export const handler = async () => ({ statusCode: 503, body: 'later' });",
    );
    await clients.lambda.send(
      new AddPermissionCommand({
        FunctionName: 'behind',
        StatementId: 'api',
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
      }),
    );
    const gateway = new APIGatewayClient(settings(program.ready.url));
    const { id: restApiId = '', rootResourceId: resourceId = '' } = await gateway.send(
      new CreateRestApiCommand({ name: 'shop' }),
    );
    const method = { restApiId, resourceId, httpMethod: 'GET' };
    await gateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
    const invoked = 'arn:aws:lambda:us-east-1:000000000000:function:behind/invocations';
    await gateway.send(
      new PutIntegrationCommand({
        ...method,
        type: 'AWS_PROXY',
        integrationHttpMethod: 'POST',
        uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${invoked}`,
      }),
    );
    await gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod', tracingEnabled: true }));
    await gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'quiet' }));
    gateway.destroy();
    const call = (stage: string) =>
      fetch(`${program.ready.url}/_aws/execute-api/${restApiId}/${stage}/`, {
        headers: { 'user-agent': 'tester' },
      });
    expect((await call('quiet')).headers.get('x-amzn-trace-id')).not.toContain('Sampled=1');
    expect(await tracesThrough('behind')).toEqual([]);
    const header = (await call('prod')).headers.get('x-amzn-trace-id') ?? '';
    const [, id = '', stageId] = /^Root=(1-[0-9a-f-]+);Parent=([0-9a-f]{16});Sampled=1$/.exec(header) ?? [];
    expect(await tracesThrough('behind')).toEqual([id]);
    const trace = await traceOf(id);
    const stage = segment(trace, 'AWS::ApiGateway::Stage');
    expect(stage).toMatchObject({
      id: stageId,
      name: 'shop/prod',
      fault: true,
      http: { request: { method: 'GET', user_agent: 'tester' }, response: { status: 503 } },
      annotations: { 'aws:api_id': restApiId, 'aws:api_stage': 'prod' },
      subsegments: [{ name: 'Lambda', namespace: 'aws' }],
    });
    expect(segment(trace, 'AWS::Lambda').parent_id).toBe(stage.subsegments?.[0]?.id);
  });
});

describe('the published SDK of X-Ray for Node.js', () => {
  const sdk = 'aws-xray-sdk-core@3.12.0';

  it('sends its subsegments with annotations and errors', { timeout: 180_000 }, async (context) => {
    const folder = await temporaryFolder();
    try {
      await mkdir(path.join(folder, 'node_modules'));
      await writeFile(path.join(folder, 'package.json'), '{}');
      const installed = await runClient('npm', ['install', '--prefix', folder, '--ignore-scripts', sdk], {
        limitMs: 120_000,
      });
      if (installed.kind !== 'done') {
        const problem = `${sdk} cannot be installed (no package registry?)`;
        console.warn(`Not run: the SDK of X-Ray, because ${problem}.`);
        return context.skip(problem);
      }
      const files: Record<string, string> = {
        'index.cjs': `
          const xray = require('aws-xray-sdk-core');
          exports.handler = async () => {
            await xray.captureAsyncFunc('outer', async (outer) => {
              outer.addAnnotation('tenant', 'acme');
              const inner = outer.addNewSubsegment('inner');
              inner.close(new Error('inner failed'));
              outer.close();
            });
            return 'done';
          };`,
      };
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        const file = path.join(entry.parentPath, entry.name);
        if (entry.isFile() && /\.(js|cjs|json)$/.test(entry.name))
          files[path.relative(folder, file)] = await readFile(file, 'utf8');
      }
      await createNodeFunction(clients, 'with-sdk', '', { ...active, Code: { ZipFile: await zipOf(files) } });
      expect(await invoke(clients, 'with-sdk')).toMatchObject({ payload: 'done' });
      await eventually(async () => {
        const [id = ''] = await tracesThrough('with-sdk');
        const run = segment(await traceOf(id), 'AWS::Lambda::Function');
        const invocation = run.subsegments?.find(({ name }) => name === 'Invocation');
        expect(invocation?.subsegments).toMatchObject([
          {
            name: 'outer',
            annotations: { tenant: 'acme' },
            subsegments: [
              { name: 'inner', fault: true, cause: { exceptions: [{ message: 'inner failed' }] } },
            ],
          },
        ]);
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
