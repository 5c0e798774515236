import {
  CreateModelCommand,
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  GetMethodCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { routes, withQuery, type Place } from '../../lib/routes.ts';
import type { Aws } from '../fixtures/aws.ts';
import { createRestApi, type TestRestApi } from '../fixtures/rest-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

const pathOf = (place: Place, api: TestRestApi, resource: string, station: string) =>
  withQuery(routes.restApi(place, api.id, 'resources'), { resource, method: 'POST', station });

/** `POST /orders` that answers by itself. */
async function createMock(aws: Aws, api: TestRestApi): Promise<string> {
  const restApiId = api.id;
  const { id: resourceId = '' } = await aws.apiGateway.send(
    new CreateResourceCommand({ restApiId, parentId: api.rootId, pathPart: 'orders' }),
  );
  const target = { restApiId, resourceId, httpMethod: 'POST' };
  await aws.apiGateway.send(new PutMethodCommand({ ...target, authorizationType: 'NONE' }));
  await aws.apiGateway.send(
    new PutIntegrationCommand({
      ...target,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
    }),
  );
  return resourceId;
}

test('edits each station of a method', async ({ aws, page, place, shell }) => {
  test.slow();
  await using api = await createRestApi(aws);
  const resourceId = await createMock(aws, api);
  const restApiId = api.id;
  await aws.apiGateway.send(
    new CreateRequestValidatorCommand({ restApiId, name: 'all', validateRequestBody: true }),
  );
  await aws.apiGateway.send(
    new CreateModelCommand({
      restApiId,
      name: 'Order',
      contentType: 'application/json',
      schema: '{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]}',
    }),
  );
  const method = () =>
    aws.apiGateway.send(new GetMethodCommand({ restApiId, resourceId, httpMethod: 'POST' }));
  const edit = new EditPage(page);
  const openForm = async (station: string, name: string | RegExp) => {
    await page.goto(pathOf(place, api, resourceId, station));
    await page.getByRole('main').getByRole('link', { name }).last().click();
  };

  await test.step('method request', async () => {
    await openForm('method-request', 'Edit');
    await page.getByRole('combobox', { name: 'Request validator' }).click();
    await page.getByRole('option', { name: 'all', exact: true }).click();
    await page.getByRole('checkbox', { name: 'API key required' }).check();
    const headers = page.getByRole('region', { name: 'HTTP request headers' });
    await headers.getByRole('button', { name: 'Add' }).click();
    await headers.getByRole('textbox', { name: 'Name 1' }).fill('X-Tenant');
    await headers.getByRole('checkbox', { name: 'Required 1' }).check();
    const body = page.getByRole('region', { name: 'Request body' });
    await body.getByRole('button', { name: 'Add' }).click();
    await body.getByRole('combobox', { name: 'Model 1' }).click();
    await page.getByRole('option', { name: 'Order', exact: true }).click();
    await expect(edit.review).toContainText('update-method');
    await edit.save();
    await expect(shell.flash('Saved POST /orders')).toBeVisible();
    expect(await method()).toMatchObject({
      apiKeyRequired: true,
      requestParameters: { 'method.request.header.X-Tenant': true },
      requestModels: { 'application/json': 'Order' },
    });
    expect((await method()).requestValidatorId).toBeTruthy();
  });

  await test.step('method response', async () => {
    await openForm('method-response', 'Create response');
    await edit.fill('HTTP status code', '900');
    await expect(edit.saveButton).toHaveAttribute('aria-disabled', 'true');
    await edit.fill('HTTP status code', '404');
    const headers = page.getByRole('region', { name: 'Header name' });
    await headers.getByRole('button', { name: 'Add' }).click();
    await headers.getByRole('textbox', { name: 'Header name 1' }).fill('X-Reason');
    await edit.save();
    await expect(shell.flash('Saved 404')).toBeVisible();
    expect((await method()).methodResponses?.['404']).toMatchObject({
      responseParameters: { 'method.response.header.X-Reason': false },
    });
  });

  await test.step('integration response', async () => {
    await openForm('integration-response', 'Create response');
    await edit.fill('Lambda error regex or HTTP status regex', '4\\d{2');
    await edit.fill('X-Reason', "'gone'");
    await page.getByRole('button', { name: 'Add mapping template' }).click();
    await page.getByRole('textbox', { name: 'Template for application/json' }).fill('{"gone": true}');
    await edit.fill('Lambda error regex or HTTP status regex', '(');
    await expect(page.getByText('This is no regular expression.')).toBeVisible();
    await edit.fill('Lambda error regex or HTTP status regex', '404');
    await edit.save();
    await expect(shell.flash('Saved 404')).toBeVisible();
    expect((await method()).methodIntegration?.integrationResponses?.['404']).toMatchObject({
      selectionPattern: '404',
      responseParameters: { 'method.response.header.X-Reason': "'gone'" },
      responseTemplates: { 'application/json': '{"gone": true}' },
    });
  });

  await test.step('integration request', async () => {
    await openForm('integration-request', 'Edit');
    await page.getByRole('textbox', { name: 'Template for application/json' }).fill('{"statusCode": 404}');
    await page.getByRole('combobox', { name: 'Request body passthrough' }).click();
    await page.getByRole('option', { name: 'Never' }).click();
    await edit.save();
    await expect(shell.flash('Saved POST /orders')).toBeVisible();
    expect((await method()).methodIntegration).toMatchObject({
      passthroughBehavior: 'NEVER',
      requestTemplates: { 'application/json': '{"statusCode": 404}' },
    });
    // Responses are not touched by a change within the same type.
    expect((await method()).methodIntegration?.integrationResponses?.['404']).toBeDefined();
  });

  await test.step('what the endpoint refuses is said, and nothing is changed', async () => {
    await openForm('integration-request', 'Edit');
    await page.getByRole('radio', { name: 'VPC link' }).check();
    await edit.fill('VPC link', 'abc123');
    await edit.fill('Target ARN', 'inside');
    await edit.fill('Endpoint URL', 'http://internal.example/');
    await expect(edit.review).toContainText('integration response goes');
    await edit.save();
    await expect(page.getByRole('alert').filter({ hasText: 'Invalid integration target' })).toBeVisible();
    expect((await method()).methodIntegration?.type).toBe('MOCK');
  });

  await test.step('enable CORS', async () => {
    await page.goto(withQuery(routes.restApi(place, api.id, 'resources', 'cors'), { resource: resourceId }));
    await edit.fill('Access-Control-Allow-Origin', 'https://shop.example');
    await edit.save();
    await expect(shell.flash('CORS enabled for /orders')).toBeVisible();
    const { resourceMethods } = await api.resource('/orders');
    const preflight = resourceMethods?.['OPTIONS']?.methodIntegration?.integrationResponses?.['200'];
    expect(preflight?.responseParameters).toMatchObject({
      'method.response.header.Access-Control-Allow-Origin': "'https://shop.example'",
      'method.response.header.Access-Control-Allow-Methods': "'OPTIONS,POST'",
    });
    const answer = (await method()).methodIntegration?.integrationResponses?.['404'];
    expect(answer?.responseParameters).toMatchObject({
      'method.response.header.Access-Control-Allow-Origin': "'https://shop.example'",
    });
  });
});
