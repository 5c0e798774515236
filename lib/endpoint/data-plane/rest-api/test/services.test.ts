import { TestInvokeMethodCommand } from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { openRestPlane } from './harness.ts';

test('an operation of a service is asked with what is mapped, and answers by its status', async () => {
  await using rest = await openRestPlane();
  const restApiId = await rest.createApi();
  const resourceId = await rest.method(restApiId, '/q/{name}', 'POST', {
    method: { requestParameters: { 'method.request.path.name': true } },
    integration: {
      type: 'AWS',
      integrationHttpMethod: 'POST',
      uri: 'arn:aws:apigateway:eu-west-1:sqs:path/000000000000/{queue}',
      requestParameters: {
        'integration.request.path.queue': 'method.request.path.name',
        'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'",
        'integration.request.querystring.Version': "'2012-11-05'",
      },
      requestTemplates: {
        'application/json': 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)',
      },
    },
    responses: [
      { responseTemplates: { 'application/json': "told $input.path('$.Done')" } },
      { statusCode: '501', selectionPattern: '5\\d\\d' },
    ],
  });
  await rest.deploy(restApiId);
  const sent = { method: 'POST', body: '{"a":1}' };
  expect(await rest.call(restApiId, '/dev/q/orders', sent)).toMatchObject({ status: 200, text: 'told yes' });
  expect(rest.serviceCalls).toEqual([
    {
      service: 'sqs',
      region: 'eu-west-1',
      path: '/000000000000/orders',
      action: undefined,
      accountId: '000000000000',
      method: 'POST',
      query: 'Version=2012-11-05',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from('Action=SendMessage&MessageBody=%7B%22a%22%3A1%7D'),
      timeoutMs: 29_000,
    },
  ]);
  const { status, log } = await rest.client.send(
    new TestInvokeMethodCommand({
      restApiId,
      resourceId,
      httpMethod: 'POST',
      pathWithQueryString: '/q/orders',
      body: '{}',
    }),
  );
  expect(status).toBe(200);
  expect(log).toContain('Sending request to sqs /000000000000/orders');
});

test('what a service that is not here answers can be selected, and an address that is none is a fault', async () => {
  await using rest = await openRestPlane();
  const restApiId = await rest.createApi();
  const toService = (uri: string) => ({
    integration: { type: 'AWS' as const, integrationHttpMethod: 'POST', uri },
    responses: [{}, { statusCode: '501', selectionPattern: '501' }],
  });
  await rest.method(
    restApiId,
    '/d',
    'POST',
    toService('arn:aws:apigateway:us-east-1:dynamodb:action/PutItem'),
  );
  await rest.method(restApiId, '/x', 'POST', toService('arn:aws:apigateway:us-east-1:sqs:path/{open}'));
  await rest.deploy(restApiId);
  const sent = { method: 'POST', body: '{}' };
  expect(await rest.call(restApiId, '/dev/d', sent)).toMatchObject({
    status: 501,
    text: '{"message":"not here"}',
  });
  expect(rest.serviceCalls[0]).toMatchObject({ service: 'dynamodb', action: 'PutItem', path: '/' });
  expect(await rest.call(restApiId, '/dev/x', sent)).toMatchObject({
    status: 500,
    text: '{"message": "Internal server error"}',
  });
});
