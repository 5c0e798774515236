import { UpdateStageCommand } from '@aws-sdk/client-apigatewayv2';
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CreateLogGroupCommand, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, expect, it } from 'vitest';
import { refusalOf, startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const { call, clients, gateway, integrate, serve } = apis;
const settings = {
  endpoint: apis.program.ready.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const sqs = new SQSClient(settings);
const bridge = new EventBridgeClient(settings);
const cloudwatch = new CloudWatchClient(settings);
afterAll(async () => {
  cloudwatch.destroy();
  sqs.destroy();
  bridge.destroy();
  await apis.close();
});

const service = (IntegrationSubtype: string, RequestParameters: Record<string, string>) => ({
  IntegrationSubtype,
  IntegrationUri: undefined,
  PayloadFormatVersion: '1.0',
  CredentialsArn: 'arn:aws:iam::000000000000:role/gateway',
  RequestParameters,
});

it('SQS: sends, receives, deletes', async () => {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'orders' }));
  const send = await serve(
    ['POST /'],
    service('SQS-SendMessage', {
      QueueUrl,
      MessageBody: '$request.body.text',
      MessageAttributes: '{"from":{"DataType":"String","StringValue":"${request.header.x-who}"}}',
      DelaySeconds: '0',
    }),
  );
  const body = JSON.stringify({ text: 'hello' });
  const sent = await call(send, '/', { method: 'POST', headers: { 'x-who': 'me' }, body });
  expect([sent.status, sent.json]).toMatchObject([200, { MessageId: expect.any(String) as unknown }]);
  const receive = await serve(
    ['GET /'],
    service('SQS-ReceiveMessage', { QueueUrl, WaitTimeSeconds: '5', MessageAttributeNames: '["All"]' }),
  );
  const received = (await call(receive, '/')).json as unknown as {
    Messages: { Body: string; ReceiptHandle: string; MessageAttributes: object }[];
  };
  expect(received.Messages[0]).toMatchObject({
    Body: 'hello',
    MessageAttributes: { from: { StringValue: 'me' } },
  });
  const remove = await serve(
    ['DELETE /'],
    service('SQS-DeleteMessage', { QueueUrl, ReceiptHandle: '$request.querystring.handle' }),
  );
  const handle = encodeURIComponent(received.Messages[0]?.ReceiptHandle ?? '');
  expect((await call(remove, `/?handle=${handle}`, { method: 'DELETE' })).status).toBe(200);
  const refused = await call(remove, '/?handle=none', { method: 'DELETE' });
  expect([refused.status, refused.text]).toEqual([404, expect.stringContaining('ReceiptHandleIsInvalid')]);
});

it('EventBridge: puts an event on a bus', async () => {
  await bridge.send(new CreateEventBusCommand({ Name: 'shop' }));
  const api = await serve(
    ['POST /'],
    service('EventBridge-PutEvents', {
      Detail: '$request.body',
      DetailType: 'sold',
      Source: 'shop.${stageVariables.none}',
      EventBusName: 'shop',
      Time: '2026-01-01T00:00:00Z',
    }),
  );
  const { status, json } = await call(api, '/', { method: 'POST', body: '{"id":1}' });
  expect([status, json]).toEqual([
    200,
    { FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) as unknown }] },
  ]);
});

it('refuses parameters and services that are not there', async () => {
  const ApiId = await apis.createApi();
  const create = (subtype: string, parameters: Record<string, string>, more: object = {}) =>
    refusalOf(integrate(ApiId, { ...service(subtype, parameters), ...more }));
  expect(await create('Kinesis-PutRecord', {})).toContain('NotImplemented 501');
  expect(await create('SQS-Sing', {})).toContain('Invalid integrationSubtype');
  expect(await create('SQS-SendMessage', { QueueUrl: 'x' })).toContain('[MessageBody]');
  expect(await create('SQS-PurgeQueue', { QueueUrl: 'x', Colour: 'red' })).toContain('does not fit schema');
  expect(await create('SQS-PurgeQueue', { QueueUrl: 'x' }, { CredentialsArn: undefined })).toContain(
    'CredentialsArn is a required',
  );
});

it('throttles routes, and keeps an access log', async () => {
  await clients.logs.send(new CreateLogGroupCommand({ logGroupName: 'access' }));
  const api = await serve(['GET /', 'GET /fast']);
  await gateway.send(
    new UpdateStageCommand({
      ApiId: api,
      StageName: '$default',
      RouteSettings: { 'GET /': { ThrottlingRateLimit: 0.001, ThrottlingBurstLimit: 2 } },
      AccessLogSettings: {
        DestinationArn: 'arn:aws:logs:us-east-1:000000000000:log-group:access',
        Format:
          '$context.routeKey|$context.status|${context.httpMethod}|$context.error.message|$context.integrationStatus',
      },
    }),
  );
  const statuses = [];
  for (const path of ['/', '/', '/', '/fast', '/none']) {
    const { status, text } = await call(api, path);
    statuses.push(status);
    if (status === 429) expect(text).toBe('{"message":"Too Many Requests"}');
  }
  expect(statuses).toEqual([200, 200, 429, 200, 404]);
  const lines = async () => {
    const { events = [] } = await clients.logs.send(new FilterLogEventsCommand({ logGroupName: 'access' }));
    return events.map(({ message }) => message);
  };
  await expect.poll(lines, { timeout: 10_000 }).toHaveLength(5);
  expect(await lines()).toEqual([
    'GET /|200|GET|-|200',
    'GET /|200|GET|-|200',
    'GET /|429|GET|Too Many Requests|-',
    'GET /fast|200|GET|-|200',
    '-|404|GET|-|-',
  ]);
});

it('counts calls of an API and its stage, and of routes where the stage asks for that', async () => {
  const api = await serve(['GET /pets/{id}'], {}, 'live');
  await gateway.send(
    new UpdateStageCommand({
      ApiId: api,
      StageName: 'live',
      DefaultRouteSettings: { DetailedMetricsEnabled: true },
    }),
  );
  for (const path of ['/live/pets/1', '/live/pets/2', '/live/none']) await call(api, path);
  const ofApi = [{ Name: 'ApiId', Value: api }];
  const ofStage = [...ofApi, { Name: 'Stage', Value: 'live' }];
  const ofRoute = [...ofStage, { Name: 'Method', Value: 'GET' }, { Name: 'Resource', Value: '/pets/{id}' }];
  const sums = async (Dimensions: { Name: string; Value: string }[]) => {
    const { MetricDataResults = [] } = await cloudwatch.send(
      new GetMetricDataCommand({
        MetricDataQueries: ['Count', '4xx', '5xx', 'Latency', 'IntegrationLatency', 'DataProcessed'].map(
          (MetricName, index) => ({
            Id: `m${index}`,
            Label: MetricName,
            MetricStat: {
              Metric: { Namespace: 'AWS/ApiGateway', MetricName, Dimensions },
              Period: 3600,
              Stat: MetricName.endsWith('Latency') ? 'SampleCount' : 'Sum',
            },
          }),
        ),
        StartTime: new Date(Date.now() - 7_200_000),
        EndTime: new Date(Date.now() + 3_600_000),
      }),
    );
    // A test that runs across the full hour finds two values.
    return Object.fromEntries(
      MetricDataResults.map(({ Label = '', Values = [] }) => [Label, Values.reduce((a, b) => a + b, 0)]),
    );
  };
  const all = { Count: 3, '4xx': 1, '5xx': 0, Latency: 3, IntegrationLatency: 2 };
  expect(await sums(ofApi)).toMatchObject(all);
  const { DataProcessed } = await sums(ofStage);
  expect(DataProcessed).toBeGreaterThan(1000);
  expect(await sums(ofStage)).toMatchObject(all);
  expect(await sums(ofRoute)).toMatchObject({ Count: 2, '4xx': 0, Latency: 2 });
});
