import {
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  CreateStageCommand,
  type CreateIntegrationCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClient } from '../data-plane/websocket-api/test/client.ts';
import { startHttpApis } from './http-api-harness.ts';

let endpoint: Awaited<ReturnType<typeof startHttpApis>>;
let sqs: SQSClient;
let sns: SNSClient;
const role = 'arn:aws:iam::000000000000:role/gateway';

beforeAll(async () => {
  endpoint = await startHttpApis();
  const settings = {
    endpoint: endpoint.program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  sqs = new SQSClient(settings);
  sns = new SNSClient(settings);
}, 60_000);
afterAll(async () => {
  sqs.destroy();
  sns.destroy();
  await endpoint.close();
});

/** What a message is answered with when an operation of a service stands behind its route. */
async function asked(
  uri: string,
  integration: Partial<CreateIntegrationCommandInput>,
  message: unknown,
): Promise<unknown> {
  const { gateway, program } = endpoint;
  const { ApiId = '' } = await gateway.send(
    new CreateApiCommand({
      Name: 'services',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  const { IntegrationId } = await gateway.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: 'AWS',
      IntegrationMethod: 'POST',
      IntegrationUri: `arn:aws:apigateway:us-east-1:${uri}`,
      CredentialsArn: role,
      ...integration,
    }),
  );
  const { RouteId } = await gateway.send(
    new CreateRouteCommand({
      ApiId,
      RouteKey: '$default',
      Target: `integrations/${IntegrationId}`,
      RouteResponseSelectionExpression: '$default',
    }),
  );
  await gateway.send(new CreateRouteResponseCommand({ ApiId, RouteId, RouteResponseKey: '$default' }));
  await gateway.send(new CreateStageCommand({ ApiId, StageName: 'dev', AutoDeploy: true }));
  const client = await openClient(`ws://127.0.0.1:${program.ready.port}/_aws/execute-api/${ApiId}/dev`);
  client.send(message);
  const answer: unknown = await client.nextJson();
  client.socket.terminate();
  return answer;
}

const form = { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" };

it('SQS by the path of a queue, in its form and in JSON', async () => {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'orders' }));
  const answer = await asked(
    'sqs:path/000000000000/orders',
    {
      RequestParameters: form,
      RequestTemplates: { $default: 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)' },
    },
    '{"text":"a&b ü"}',
  );
  expect(answer).toEqual({
    SendMessageResponse: {
      SendMessageResult: expect.objectContaining({
        MessageId: expect.any(String) as unknown,
        MD5OfMessageBody: expect.any(String) as unknown,
      }) as unknown,
      ResponseMetadata: { RequestId: expect.any(String) as unknown },
    },
  });
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }));
  expect(Messages?.[0]?.Body).toBe('{"text":"a&b ü"}');
  const json = await asked(
    'sqs:action/SendMessage',
    {
      RequestParameters: { 'integration.request.header.Content-Type': "'application/x-amz-json-1.0'" },
      RequestTemplates: { $default: `{"QueueUrl":"${QueueUrl}","MessageBody":"json"}` },
    },
    {},
  );
  expect(json).toMatchObject({ MessageId: expect.any(String) as unknown });
});

it('an error of the service is told as the service tells it', async () => {
  const answer = await asked(
    'sqs:path/000000000000/missing',
    { RequestParameters: form, RequestTemplates: { $default: 'Action=SendMessage&MessageBody=x' } },
    {},
  );
  expect(answer).toMatchObject({
    Error: { Type: 'Sender', Code: 'AWS.SimpleQueueService.NonExistentQueue' },
    RequestId: expect.any(String) as unknown,
  });
});

it('SNS by an action', async () => {
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
  const answer = await asked(
    'sns:action/Publish',
    {
      RequestParameters: {
        'integration.request.querystring.TopicArn': `'${TopicArn}'`,
        'integration.request.querystring.Message': 'route.request.body.text',
      },
      RequestTemplates: { $default: '' },
    },
    { text: 'hello' },
  );
  expect(answer).toMatchObject({
    PublishResponse: { PublishResult: { MessageId: expect.any(String) as unknown } },
  });
});

it('EventBridge by an action', async () => {
  const entry = { Source: 'chat', DetailType: 'said', Detail: '{}' };
  const answer = await asked(
    'events:action/PutEvents',
    { RequestTemplates: { $default: JSON.stringify({ Entries: [entry] }) } },
    {},
  );
  expect(answer).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) as unknown }] });
});

it('a service that is not here says so', async () => {
  const answer = await asked('dynamodb:action/PutItem', { RequestTemplates: { $default: '{}' } }, {});
  expect(JSON.stringify(answer)).toContain('dynamodb');
});
