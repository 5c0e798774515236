import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import {
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClient, refusedClient } from '../data-plane/websocket-api/test/client.ts';
import { createNodeFunction } from './clients.ts';
import { functionArn, startHttpApis } from './http-api-harness.ts';

let endpoint: Awaited<ReturnType<typeof startHttpApis>>;
let url: string;
let managementUrl: string;

/** Greets, refuses without a token, says who came, and pushes through the management API. */
const source = `
const authorization = 'AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/execute-api/aws4_request, ' +
  'SignedHeaders=host, Signature=' + '0'.repeat(64);
export const handler = async (event) => {
  const { routeKey, connectionId, apiId, stage } = event.requestContext;
  if (routeKey === '$connect') return { statusCode: event.queryStringParameters?.token ? 200 : 401 };
  const { say } = JSON.parse(event.body);
  if (say === 'fail') throw new Error('no');
  if (say === 'push') {
    const base = process.env.AWS_ENDPOINT_URL + '/_aws/execute-api/' + apiId + '/' + stage;
    const answer = await fetch(base + '/@connections/' + connectionId, {
      method: 'POST', headers: { authorization }, body: 'pushed',
    });
    return { statusCode: 200, body: 'push ' + answer.status };
  }
  return { statusCode: 200, body: JSON.stringify({ say, connectionId }) };
};`;

beforeAll(async () => {
  endpoint = await startHttpApis();
  const { gateway, clients } = endpoint;
  await createNodeFunction(clients, 'chat', source);
  const { ApiId = '' } = await gateway.send(
    new CreateApiCommand({
      Name: 'chat',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  await clients.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'chat',
      StatementId: 'socket',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: `arn:aws:execute-api:us-east-1:000000000000:${ApiId}/*/*`,
    }),
  );
  const IntegrationUri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn('chat')}/invocations`;
  const { IntegrationId } = await gateway.send(
    new CreateIntegrationCommand({ ApiId, IntegrationType: 'AWS_PROXY', IntegrationUri }),
  );
  for (const RouteKey of ['$connect', 'talk']) {
    const { RouteId = '' } = await gateway.send(
      new CreateRouteCommand({
        ApiId,
        RouteKey,
        Target: `integrations/${IntegrationId}`,
        RouteResponseSelectionExpression: '$default',
      }),
    );
    await gateway.send(new CreateRouteResponseCommand({ ApiId, RouteId, RouteResponseKey: '$default' }));
  }
  await gateway.send(new CreateStageCommand({ ApiId, StageName: 'prod', AutoDeploy: true }));
  const address = `127.0.0.1:${endpoint.program.ready.port}/_aws/execute-api/${ApiId}/prod`;
  url = `ws://${address}`;
  managementUrl = `http://${address}`;
}, 60_000);
afterAll(() => endpoint.close());

it('a conversation with a function that really runs', async () => {
  expect((await refusedClient(url)).status).toBe(401);
  const client = await openClient(`${url}?token=t`);
  client.send({ action: 'talk', say: 'hello' });
  const answer = await client.nextJson();
  expect(answer).toEqual({ say: 'hello', connectionId: expect.any(String) as unknown });
  client.send({ action: 'talk', say: 'fail' });
  expect(await client.nextJson()).toMatchObject({ message: 'Internal server error' });
  client.send({ action: 'talk', say: 'push' });
  expect([await client.next(), await client.next()].sort()).toEqual(['push 200', 'pushed']);
  const manager = new ApiGatewayManagementApiClient({
    endpoint: managementUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const ConnectionId = String(answer['connectionId']);
  await manager.send(new PostToConnectionCommand({ ConnectionId, Data: 'from outside' }));
  manager.destroy();
  expect(await client.next()).toBe('from outside');
});

it('a stop says goodbye to who is connected, and does not wait for them', async () => {
  const client = await openClient(`${url}?token=t`);
  const { code, signal } = await endpoint.program.end();
  expect([code, signal]).toEqual([0, null]);
  expect((await client.closed).code).toBe(1001);
});
