import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  type PutIntegrationCommandInput,
} from '@aws-sdk/client-api-gateway';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, expect, it } from 'vitest';
import { startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const settings = {
  endpoint: apis.program.ready.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const gateway = new APIGatewayClient(settings);
const sqs = new SQSClient(settings);
const sns = new SNSClient(settings);
afterAll(async () => {
  for (const client of [gateway, sqs, sns]) client.destroy();
  await apis.close();
});

/** A REST API whose root asks one operation of a service. */
async function asked(integration: Partial<PutIntegrationCommandInput>, body: string) {
  const { id: restApiId = '' } = await gateway.send(new CreateRestApiCommand({ name: 'services' }));
  const { items = [] } = await gateway.send(new GetResourcesCommand({ restApiId }));
  const place = { restApiId, resourceId: items[0]?.id, httpMethod: 'POST' };
  await gateway.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  await gateway.send(
    new PutIntegrationCommand({
      ...place,
      type: 'AWS',
      integrationHttpMethod: 'POST',
      credentials: 'arn:aws:iam::000000000000:role/gateway',
      ...integration,
    }),
  );
  await gateway.send(new PutIntegrationResponseCommand({ ...place, statusCode: '200' }));
  await gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));
  const headers = { 'content-type': 'application/json' };
  return (await apis.call(restApiId, '/dev/', { method: 'POST', headers, body })).json;
}

it('REST APIs put messages into a queue', async () => {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'orders' }));
  const answer = await asked(
    {
      uri: 'arn:aws:apigateway:us-east-1:sqs:path/000000000000/orders',
      requestParameters: {
        'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'",
      },
      requestTemplates: { 'application/json': 'Action=SendMessage&MessageBody=$input.body' },
    },
    '{"id":1}',
  );
  expect(answer).toMatchObject({
    SendMessageResponse: { SendMessageResult: { MessageId: expect.any(String) as unknown } },
  });
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }));
  expect(Messages?.[0]?.Body).toBe('{"id":1}');
});

it('REST APIs publish to a topic by the query, whatever passes in the body', async () => {
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
  const answer = await asked(
    {
      uri: 'arn:aws:apigateway:us-east-1:sns:action/Publish',
      requestParameters: {
        'integration.request.querystring.TopicArn': `'${TopicArn}'`,
        'integration.request.querystring.Message': 'method.request.body.text',
      },
    },
    '{"text":"hello"}',
  );
  expect(answer).toMatchObject({
    PublishResponse: { PublishResult: { MessageId: expect.any(String) as unknown } },
  });
});
