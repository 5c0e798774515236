import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateResourceCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { routes, withQuery, type Place, type RestPage } from '../../lib/routes.ts';
import type { Aws } from '../fixtures/aws.ts';
import { createRestApi, type TestRestApi } from '../fixtures/rest-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible, expectAccessiblePages } from './accessible.ts';

/** `POST /orders/{orderId}` with something at each of its stations, and a stage. */
async function fill(aws: Aws, api: TestRestApi): Promise<string> {
  const restApiId = api.id;
  const { apiGateway } = aws;
  const orders = await apiGateway.send(
    new CreateResourceCommand({ restApiId, parentId: api.rootId, pathPart: 'orders' }),
  );
  const { id: resourceId = '' } = await apiGateway.send(
    new CreateResourceCommand({ restApiId, parentId: orders.id, pathPart: '{orderId}' }),
  );
  const target = { restApiId, resourceId, httpMethod: 'POST' };
  await apiGateway.send(
    new PutMethodCommand({
      ...target,
      authorizationType: 'NONE',
      requestParameters: { 'method.request.querystring.expand': true },
      requestModels: { 'application/json': 'Error' },
    }),
  );
  await apiGateway.send(
    new PutIntegrationCommand({
      ...target,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
    }),
  );
  await apiGateway.send(
    new PutMethodResponseCommand({
      ...target,
      statusCode: '200',
      responseParameters: { 'method.response.header.X-A': false },
    }),
  );
  await apiGateway.send(
    new PutIntegrationResponseCommand({
      ...target,
      statusCode: '200',
      responseParameters: { 'method.response.header.X-A': "'1'" },
    }),
  );
  await apiGateway.send(
    new CreateAuthorizerCommand({
      restApiId,
      name: 'pool',
      type: 'COGNITO_USER_POOLS',
      providerARNs: ['arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_abc'],
      identitySource: 'method.request.header.Authorization',
    }),
  );
  await apiGateway.send(
    new CreateDeploymentCommand({ restApiId, stageName: 'prod', variables: { alias: 'live' } }),
  );
  return resourceId;
}

function pagesOf(place: Place, id: string, resource: string): Record<string, string> {
  const rest = (page: RestPage, ...more: readonly string[]) => routes.restApi(place, id, page, ...more);
  const method = { resource, method: 'POST' };
  const station = (name: string) => withQuery(rest('resources'), { ...method, station: name });
  const form = (name: string, query: Record<string, string> = method) =>
    withQuery(rest('resources', name), query);
  return {
    resources: rest('resources'),
    dashboard: rest('dashboard'),
    'method request': station('method-request'),
    'integration request': station('integration-request'),
    'integration response': station('integration-response'),
    'method response': station('method-response'),
    'test of a method': station('test'),
    'create resource': form('create', { resource }),
    'create method': form('create-method', { resource }),
    'enable CORS': form('cors', { resource }),
    'edit method request': form('method-request'),
    'edit integration request': form('integration-request'),
    'edit integration response': form('integration-response', { ...method, status: '200' }),
    'edit method response': form('method-response', { ...method, status: '200' }),
    stage: rest('stages', 'prod'),
    'create stage': rest('stages', 'create'),
    'edit stage': rest('stages', 'prod', 'edit'),
    'edit variables': rest('stages', 'prod', 'variables'),
    'edit override': withQuery(rest('stages', 'prod', 'override'), { key: 'orders/{orderId}/POST' }),
    authorizers: rest('authorizers'),
    'create authorizer': rest('authorizers', 'edit'),
    models: rest('models'),
    'edit model': withQuery(rest('models', 'edit'), { id: 'Error' }),
    validators: rest('request-validators'),
    'create validator': rest('request-validators', 'edit'),
    'gateway responses': rest('gateway-responses'),
    'edit gateway response': withQuery(rest('gateway-responses', 'edit'), { id: 'THROTTLED' }),
    policy: rest('resource-policy'),
    'edit policy': rest('resource-policy', 'edit'),
    documentation: rest('documentation'),
    'create documentation': rest('documentation', 'edit'),
    'publish documentation': rest('documentation', 'publish'),
    settings: rest('settings'),
    'edit settings': rest('settings', 'edit'),
    import: rest('import'),
    export: rest('export'),
  };
}

test('pages of REST APIs', async ({ aws, page, place }) => {
  test.slow();
  await using api = await createRestApi(aws);
  const resource = await fill(aws, api);
  await expectAccessiblePages(page, pagesOf(place, api.id, resource));
  await test.step('deploy dialog', async () => {
    await page.goto(routes.restApi(place, api.id, 'stages'));
    await page.getByRole('button', { name: 'Deploy API' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'deploy dialog');
  });
});
