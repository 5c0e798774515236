import { GetMethodCommand } from '@aws-sdk/client-api-gateway';
import { GetPolicyCommand } from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { createRestApi } from '../fixtures/rest-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

test('builds a resource with a function behind it, and tests it', async ({ aws, page, place, shell }) => {
  test.slow();
  await using fn = await createFunction(aws, {
    files: {
      'index.mjs':
        'export const handler = async (event) => ({ statusCode: 201, headers: { "x-seen": event.httpMethod }, body: JSON.stringify({ id: event.pathParameters.orderId, tag: event.queryStringParameters?.tag }) });\n',
    },
  });
  await using api = await createRestApi(aws);
  const edit = new EditPage(page);
  const tree = page.getByRole('region', { name: 'Resources' });
  await page.goto(routes.restApi(place, api.id, 'resources'));
  await expect(page.getByText('This resource has no methods.')).toBeVisible();

  await test.step('create the resource', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Create resource' }).last().click();
    await edit.fill('Resource name', 'a b');
    await expect(page.getByText('Use letters, digits')).toBeVisible();
    await expect(edit.saveButton).toHaveAttribute('aria-disabled', 'true');
    await edit.fill('Resource name', '{orderId}');
    await page.getByRole('checkbox', { name: /^CORS/ }).check();
    await expect(edit.review).toContainText("--path-part '{orderId}'");
    await edit.save();
    await expect(shell.flash('Resource /{orderId} created')).toBeVisible();
  });
  const resource = await api.resource('/{orderId}');
  expect(resource.resourceMethods?.['OPTIONS']?.methodIntegration?.type).toBe('MOCK');

  await test.step('create the method', async () => {
    await expect(page.getByRole('heading', { name: '/{orderId}', exact: true })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Create method' }).click();
    await page.getByRole('combobox', { name: 'Method type' }).click();
    await page.getByRole('option', { name: 'GET', exact: true }).click();
    await page.getByRole('switch', { name: 'Lambda proxy integration' }).check();
    await page.getByRole('button', { name: 'Type an ARN or a stage variable' }).click();
    await edit.fill('Lambda function ARN', `arn:aws:lambda:us-east-1:000000000000:function:${fn.name}`);
    await expect(edit.review).toContainText('put-integration');
    await edit.save();
    await expect(shell.flash('Method GET /{orderId} created')).toBeVisible();
  });
  const method = await aws.apiGateway.send(
    new GetMethodCommand({ restApiId: api.id, resourceId: resource.id ?? '', httpMethod: 'GET' }),
  );
  expect(method.methodIntegration).toMatchObject({ type: 'AWS_PROXY', httpMethod: 'POST' });
  expect(method.methodIntegration?.uri).toContain(`function:${fn.name}/invocations`);
  const { Policy = '' } = await aws.lambda.send(new GetPolicyCommand({ FunctionName: fn.name }));
  expect(Policy).toContain(`${api.id}/*/GET/*`);

  await test.step('see the stations', async () => {
    const stations = page.getByRole('region', { name: 'How a call goes through this method' });
    await expect(stations).toContainText('Lambda proxy');
    await expect(stations.getByRole('link', { name: fn.name })).toBeVisible();
    await page.getByRole('tab', { name: 'Integration response' }).click();
    await expect(page.getByText('This is a proxy integration.')).toBeVisible();
  });

  await test.step('test it', async () => {
    await page.getByRole('tab', { name: 'Test', exact: true }).click();
    const form = page.getByRole('form', { name: 'Test' });
    await form.getByRole('button', { name: 'Test' }).click();
    await expect(page.getByText('The path needs a value.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Path: orderId' }).fill('o-42');
    await form.getByRole('textbox', { name: 'Query strings' }).fill('tag=new');
    await form.getByRole('button', { name: 'Test' }).click();
    const result = page.getByRole('region', { name: 'Test result' });
    await expect(result).toContainText('Status 201');
    await expect(result).toContainText('"o-42"');
    await expect(result).toContainText('"new"');
    await expect(result).toContainText('Method completed with status: 201');
    await result.getByText('Headers', { exact: true }).click();
    await expect(result).toContainText(/"x-seen": \[/i);
  });

  await test.step('delete the resource', async () => {
    await tree.getByRole('link', { name: '/{orderId}', exact: true }).click();
    await expect(page.getByRole('heading', { name: '/{orderId}', exact: true })).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Delete resource' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('2 methods go with it');
    await dialog.getByRole('button', { name: 'Delete resource' }).click();
    await expect(shell.flash('Resource /{orderId} deleted')).toBeVisible();
  });
  expect((await api.resources()).map(({ path }) => path)).toEqual(['/']);
});
