import {
  GetAuthorizersCommand,
  GetDocumentationPartsCommand,
  GetDocumentationVersionsCommand,
  GetGatewayResponseCommand,
  GetModelsCommand,
  GetRequestValidatorsCommand,
  GetRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { routes, type RestPage } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { createRestApi } from '../fixtures/rest-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

const authorizerCode = `export const handler = async (event) => ({
  principalId: 'ann',
  policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: event.authorizationToken === 'good' ? 'Allow' : 'Deny', Resource: '*' }] },
});
`;

test('keeps the parts of an API', async ({ aws, page, place, shell }) => {
  test.slow();
  await using fn = await createFunction(aws, { files: { 'index.mjs': authorizerCode } });
  await using api = await createRestApi(aws);
  const restApiId = api.id;
  const edit = new EditPage(page);
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const open = (name: RestPage, ...more: readonly string[]) =>
    page.goto(routes.restApi(place, api.id, name, ...more));

  await test.step('authorizer', async () => {
    await open('authorizers');
    await main.getByRole('link', { name: 'Create authorizer' }).click();
    await edit.fill('Authorizer name', 'tokens');
    await edit.pasteFunction(fn.name);
    await edit.fill('TTL', '4000');
    await edit.save();
    await expect(page.getByText('At most 3,600 seconds.')).toBeVisible();
    await edit.fill('TTL', '0');
    await edit.save();
    await expect(shell.flash('tokens saved')).toBeVisible();
    const { items = [] } = await aws.apiGateway.send(new GetAuthorizersCommand({ restApiId }));
    expect(items).toMatchObject([{ name: 'tokens', type: 'TOKEN', authorizerResultTtlInSeconds: 0 }]);
    await main.getByRole('button', { name: 'Test authorizer tokens' }).click();
    await dialog.getByRole('textbox', { name: 'Token value' }).fill('good');
    await dialog.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(dialog).toContainText('ann');
    await expect(dialog).toContainText('"Allow"');
    await page.keyboard.press('Escape');
  });

  await test.step('model', async () => {
    await open('models', 'edit');
    await edit.fill('Model name', 'Order');
    await edit.fill('Model schema', '{"type": ');
    await expect(page.getByText('This is no JSON')).toBeVisible();
    await edit.fill('Model schema', '{"type":"object","properties":{"id":{"type":"string"}}}');
    await edit.save();
    await expect(shell.flash('Order saved')).toBeVisible();
    const { items = [] } = await aws.apiGateway.send(new GetModelsCommand({ restApiId }));
    expect(items.map(({ name }) => name)).toContain('Order');
  });

  await test.step('validator', async () => {
    await open('request-validators', 'edit');
    await edit.fill('Validator name', 'body only');
    await page.getByRole('checkbox', { name: 'Validate query string parameters and headers' }).uncheck();
    await edit.save();
    await expect(shell.flash('body only saved')).toBeVisible();
    const { items = [] } = await aws.apiGateway.send(new GetRequestValidatorsCommand({ restApiId }));
    expect(items).toMatchObject([
      { name: 'body only', validateRequestBody: true, validateRequestParameters: false },
    ]);
    await main
      .getByRole('row', { name: /body only/ })
      .getByRole('button', { name: 'Delete' })
      .click();
    await dialog.getByRole('button', { name: 'Delete request validator' }).click();
    await expect(shell.flash('body only deleted')).toBeVisible();
  });

  await test.step('gateway response, and back to the default', async () => {
    await open('gateway-responses');
    await main.getByRole('link', { name: 'Edit THROTTLED' }).click();
    await edit.fill('Status code', '503');
    await page.getByRole('region', { name: 'Response headers' }).getByRole('button', { name: 'Add' }).click();
    await page.getByRole('textbox', { name: 'Header 1' }).fill('Retry-After');
    await page.getByRole('textbox', { name: 'Value 1' }).fill("'5'");
    await edit.save();
    await expect(shell.flash('THROTTLED saved')).toBeVisible();
    const read = () =>
      aws.apiGateway.send(new GetGatewayResponseCommand({ restApiId, responseType: 'THROTTLED' }));
    expect(await read()).toMatchObject({
      statusCode: '503',
      responseParameters: { 'gatewayresponse.header.Retry-After': "'5'" },
    });
    await main.getByRole('button', { name: 'Reset to default' }).click();
    await dialog.getByRole('button', { name: 'Reset to default' }).click();
    await expect(main.getByRole('button', { name: 'Reset to default' })).toHaveCount(0);
  });

  await test.step('resource policy', async () => {
    await open('resource-policy', 'edit');
    await page.getByRole('button', { name: 'IP range deny list' }).click();
    const text = await edit.field('Policy document').inputValue();
    await edit.fill('Policy document', text.replace('{sourceIpOrCIDRBlock}', '10.0.0.0/8'));
    await edit.save();
    await expect(shell.flash('Resource policy saved')).toBeVisible();
    await expect(main).toContainText('10.0.0.0/8');
    expect((await aws.apiGateway.send(new GetRestApiCommand({ restApiId }))).policy).toContain('10.0.0.0/8');
  });

  await test.step('settings', async () => {
    await open('settings', 'edit');
    await edit.fill('Binary media types', 'image/png');
    await edit.fill('Minimum compression size', '1024');
    await page.getByRole('checkbox', { name: 'Turn off the default endpoint' }).check();
    await edit.save();
    await expect(shell.flash(`${api.name} saved`)).toBeVisible();
    await expect(main).toContainText('image/png');
    expect(await aws.apiGateway.send(new GetRestApiCommand({ restApiId }))).toMatchObject({
      binaryMediaTypes: ['image/png'],
      minimumCompressionSize: 1024,
      disableExecuteApiEndpoint: true,
    });
  });

  await test.step('documentation', async () => {
    await open('documentation', 'edit');
    await edit.fill('Properties', '{"description": "Takes orders"}');
    await edit.save();
    await expect(shell.flash('API saved')).toBeVisible();
    const { items = [] } = await aws.apiGateway.send(new GetDocumentationPartsCommand({ restApiId }));
    expect(items).toMatchObject([{ location: { type: 'API' } }]);
    await main.getByRole('link', { name: 'Publish documentation' }).click();
    await edit.fill('Version', '1.0');
    await edit.save();
    await expect(shell.flash('Documentation version 1.0 published')).toBeVisible();
    const versions = await aws.apiGateway.send(new GetDocumentationVersionsCommand({ restApiId }));
    expect(versions.items).toMatchObject([{ version: '1.0' }]);
  });

  await test.step('import over it, with a preview', async () => {
    await open('import');
    const definition = {
      openapi: '3.0.1',
      info: { title: 'orders', version: '1' },
      paths: { '/orders': { get: { 'x-amazon-apigateway-integration': { type: 'mock' } } } },
    };
    await page.getByRole('textbox', { name: 'API definition' }).fill(JSON.stringify(definition));
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('/orders');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(shell.flash('Definition imported')).toBeVisible();
    expect((await api.resource('/orders')).resourceMethods).toHaveProperty('GET');
  });
});
