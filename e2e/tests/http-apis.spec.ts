import {
  GetApiCommand,
  GetApisCommand,
  GetAuthorizersCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
  GetStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { GetPolicyCommand } from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { createFunction, uniqueName } from '../fixtures/aws.ts';
import { createHttpApi, deleteHttpApi } from '../fixtures/http-api.ts';
import { EditPage } from '../pages/edit-page.ts';
import { expect, test } from '../fixtures/test.ts';

const answer = `export const handler = async (event) => ({ statusCode: 200, body: 'hello ' + event.rawPath });\n`;

test('creates an HTTP API in front of a function, finds it in the list and deletes it', async ({
  aws,
  endpoint,
  page,
  place,
  shell,
}) => {
  await using fn = await createFunction(aws, { files: { 'index.mjs': answer } });
  const name = uniqueName('orders');
  const edit = new EditPage(page);
  await page.goto(routes.apis(place));
  await page.getByRole('link', { name: 'Create API' }).first().click();
  await page.getByRole('link', { name: /^HTTP API/ }).click();
  await edit.fill('API name', name);
  await edit.pasteFunction(fn.name);
  await edit.fill('Resource path', '/{proxy+}');
  await expect(edit.review).toContainText('create-api');
  await edit.save();
  await expect(shell.flash(`API ${name} created`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('row', { name: /\/\{proxy\+\}/ })).toContainText(fn.name);

  const { Items = [] } = await aws.apiGatewayV2.send(new GetApisCommand({ MaxResults: '500' }));
  const api = Items.find((one) => one.Name === name);
  const id = api?.ApiId ?? '';
  try {
    const { Policy = '' } = await aws.lambda.send(new GetPolicyCommand({ FunctionName: fn.name }));
    expect(Policy).toContain(`${id}/*/*/*`);
    const response = await page.request.get(`${endpoint.url}/_aws/execute-api/${id}/$default/some/path`);
    expect(response.status()).toBe(200);
    expect(await response.text()).toMatch(/^hello .*\/some\/path$/);

    await page.goto(routes.apis(place));
    await page.getByRole('combobox', { name: 'Filter APIs' }).fill(name);
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: new RegExp(name) });
    await expect(row).toContainText('HTTP');
    await row.getByRole('checkbox').check();
    await page.getByRole('region', { name: 'Selected rows' }).getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Delete API' })).toBeDisabled();
    await dialog.getByRole('textbox').fill('confirm');
    await dialog.getByRole('button', { name: 'Delete API' }).click();
    await expect(shell.flash('API deleted')).toBeVisible();
    await expect(row).toHaveCount(0);
    await expect(aws.apiGatewayV2.send(new GetApiCommand({ ApiId: id }))).rejects.toThrow();
  } finally {
    await deleteHttpApi(aws, id);
  }
});

test('routes a path to a new integration, tells which route matches, and deletes the route', async ({
  aws,
  page,
  place,
  shell,
}) => {
  await using fn = await createFunction(aws, { files: { 'index.mjs': answer } });
  await using api = await createHttpApi(aws);
  const edit = new EditPage(page);
  await page.goto(routes.httpApi(place, api.id, 'routes'));
  await page.getByRole('link', { name: 'Create route' }).click();
  await edit.fill('Path', 'orders');
  await edit.pasteFunction(fn.name);
  await edit.save();
  await expect(page.getByRole('textbox', { name: 'Path' })).toHaveAttribute('aria-invalid', 'true');
  await edit.fill('Path', '/orders/{id}');
  await edit.save();
  await expect(shell.flash('Route GET /orders/{id} saved')).toBeVisible();
  const { Items = [] } = await aws.apiGatewayV2.send(new GetRoutesCommand({ ApiId: api.id }));
  expect(Items).toMatchObject([{ RouteKey: 'GET /orders/{id}', AuthorizationType: 'NONE' }]);

  const which = page.getByRole('region', { name: 'Which route matches?' }).getByRole('status');
  await page.getByRole('textbox', { name: 'Path of the request' }).fill('/orders/7?expand=items');
  await expect(which.filter({ hasText: 'GET /orders/{id}' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Path of the request' }).fill('/customers');
  await expect(which.filter({ hasText: '404 Not Found' })).toBeVisible();

  await page
    .getByRole('row', { name: /\/orders/ })
    .getByRole('link', { name: '/orders/{id}' })
    .click();
  const panel = page.getByRole('complementary', { name: 'GET /orders/{id}' });
  await expect(panel.getByText(`May invoke ${fn.name}.`)).toBeVisible();
  await panel.getByRole('button', { name: 'Delete route' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete route' }).click();
  await expect(shell.flash('Route GET /orders/{id} deleted')).toBeVisible();
  const after = await aws.apiGatewayV2.send(new GetRoutesCommand({ ApiId: api.id }));
  expect(after.Items ?? []).toEqual([]);
  const kept = await aws.apiGatewayV2.send(new GetIntegrationsCommand({ ApiId: api.id }));
  expect(kept.Items).toHaveLength(1);
});

test('sets CORS, a JWT authorizer and a stage with variables', async ({ aws, page, place, shell }) => {
  await using api = await createHttpApi(aws);
  const edit = new EditPage(page);
  await page.goto(routes.httpApi(place, api.id, 'cors'));
  await page.getByRole('main').getByRole('link', { name: 'Configure CORS' }).click();
  await edit.fill('Access-Control-Allow-Origin', 'https://shop.example');
  await edit.fill('Access-Control-Allow-Methods', 'GET\nPOST');
  await edit.save();
  await expect(shell.flash('CORS configuration saved')).toBeVisible();
  const { CorsConfiguration } = await aws.apiGatewayV2.send(new GetApiCommand({ ApiId: api.id }));
  expect(CorsConfiguration).toMatchObject({
    AllowOrigins: ['https://shop.example'],
    AllowMethods: ['GET', 'POST'],
  });

  await page.goto(routes.httpApi(place, api.id, 'authorization', 'create'));
  await edit.fill('Name', 'customers');
  await edit.fill('Issuer URL', 'https://id.example');
  await edit.fill('Audience', 'shop');
  await edit.save();
  await expect(page.getByRole('row', { name: /customers/ })).toContainText('https://id.example');
  const authorizers = await aws.apiGatewayV2.send(new GetAuthorizersCommand({ ApiId: api.id }));
  expect(authorizers.Items).toMatchObject([
    { Name: 'customers', JwtConfiguration: { Issuer: 'https://id.example', Audience: ['shop'] } },
  ]);

  await page.goto(routes.httpApi(place, api.id, 'stages', 'create'));
  await edit.fill('Stage name', 'test');
  await edit.fill('Stage variables', 'table = orders-test');
  await edit.save();
  await expect(page.getByRole('region', { name: 'test' })).toContainText('table = orders-test');
  await page.goto(routes.httpApi(place, api.id, 'stages', 'test', 'edit'));
  await edit.fill('Stage variables', '');
  await edit.save();
  await expect(shell.flash('Stage test saved')).toBeVisible();
  const stage = await aws.apiGatewayV2.send(new GetStageCommand({ ApiId: api.id, StageName: 'test' }));
  expect(stage.StageVariables ?? {}).toEqual({});
});

test('previews a definition, refuses what is none, and imports a REST API', async ({ page, place }) => {
  const name = uniqueName('import');
  await page.goto(routes.createApi(place, 'import'));
  const text = page.getByRole('textbox', { name: 'Definition' });
  const preview = page.getByRole('complementary', { name: 'What will be created' });
  await text.fill('title: nothing');
  await preview.getByRole('button', { name: 'Preview' }).click();
  await expect(preview.getByText('This is no OpenAPI definition.')).toBeVisible();
  await text.fill(
    `openapi: 3.0.1
info: { title: ${name}, version: '1' }
paths:
  /pets:
    get:
      responses: { '200': { description: ok } }
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
        responses: { default: { statusCode: '200' } }
`,
  );
  await preview.getByRole('button', { name: 'Preview' }).click();
  await expect(preview.getByRole('row', { name: /GET \/pets MOCK/ })).toBeVisible();
  await expect(preview.getByText('An API of this name is there')).toBeHidden();
  const definition = await text.inputValue();
  await preview.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  // A second import offers the API that is there.
  await page.goto(routes.createApi(place, 'import'));
  await text.fill(definition);
  await preview.getByRole('button', { name: 'Preview' }).click();
  await expect(preview.getByText('An API of this name is there')).toBeVisible();
  await preview.getByRole('link', { name: `Update ${name}` }).click();
  await expect(page).toHaveURL(/\/rest\/import$/);
});
