import {
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
} from '@aws-sdk/client-api-gateway';
import { CreateApiCommand, DeleteApiCommand } from '@aws-sdk/client-apigatewayv2';
import { apiRoutes } from '../../lib/api-routes.ts';
import { routes } from '../../lib/routes.ts';
import { allowGateway, createMockRestApi, functionArn } from '../fixtures/apis.ts';
import { createFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('sends a request to a REST API, shows the answer and keeps the request', async ({
  aws,
  page,
  place,
}) => {
  await using api = await createMockRestApi(aws);
  await page.goto(routes.restApi(place, api.id, 'requests'));
  await expect(page.getByRole('combobox', { name: 'Stage' })).toHaveText('prod');
  await expect(page.getByRole('textbox', { name: 'Path', exact: true })).toHaveValue('/pets/{id}');

  const send = page.getByRole('button', { name: 'Send request' });
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('textbox', { name: '{id}' }).fill('7');
  await page.getByRole('button', { name: 'Add query parameter' }).click();
  await page.getByRole('textbox', { name: 'Query string, name 1' }).fill('page');
  await page.getByRole('textbox', { name: 'Query string, value 1' }).fill('two');
  await send.click();

  const answer = page.getByRole('region', { name: 'Status 200 OK' });
  await expect(answer).toContainText('"pet": "7"');
  await expect(answer).toContainText('"page": "two"');
  await expect(answer).toContainText('x-amzn-requestid');

  // What AWS says of a wrong path is explained.
  await page.getByRole('textbox', { name: 'Path', exact: true }).fill('/nowhere');
  await send.click();
  const refusal = page.getByRole('region', { name: 'Status 403 Forbidden' });
  await expect(refusal).toContainText('AWS says this of a path or method');

  await page.goto(routes.restApi(place, api.id, 'dashboard'));
  const graph = (name: string) => page.getByRole('figure').filter({ hasText: name });
  await expect(graph('Calls')).toContainText(/Sum\s*2/);
  await expect(graph('Errors')).toContainText(/4xx\s*1/);
  await page.getByRole('combobox', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'prod' }).click();
  await expect(page).toHaveURL(/stage=prod/);
  await expect(graph('Calls')).toContainText(/Sum\s*2/);

  await page.goto(routes.restApi(place, api.id, 'requests'));
  const history = page.getByRole('region', { name: 'Request history' });
  await history.getByRole('button', { name: /GET \/prod\/pets\/7/ }).click();
  await expect(page.getByRole('textbox', { name: 'Path', exact: true })).toHaveValue('/pets/7');
  await expect(page.getByRole('textbox', { name: 'Query string, value 1' })).toHaveValue('two');

  await page.getByRole('textbox', { name: 'Path', exact: true }).fill('/../other/prod');
  await expect(page.getByText('it would lead out of this API')).toBeVisible();
  await expect(send).toHaveAttribute('aria-disabled', 'true');

  await history.getByRole('button', { name: 'Clear history' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear history' }).click();
  await expect(history).toContainText('Keys and tokens are not kept');
});

test('adds an API key on the server, and never shows its value', async ({ aws, page, place }) => {
  await using api = await createMockRestApi(aws, { isKeyed: true });
  const name = uniqueName('key');
  const { id: keyId, value = '-' } = await aws.apiGateway.send(
    new CreateApiKeyCommand({ name, enabled: true }),
  );
  const { id: usagePlanId } = await aws.apiGateway.send(
    new CreateUsagePlanCommand({ name, apiStages: [{ apiId: api.id, stage: 'prod' }] }),
  );
  await aws.apiGateway.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }));

  await page.goto(routes.restApi(place, api.id, 'requests'));
  await page.getByRole('textbox', { name: '{id}' }).fill('7');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('region', { name: 'Status 403 Forbidden' })).toBeVisible();

  await page.getByRole('combobox', { name: 'Authorization' }).click();
  await page.getByRole('option', { name: 'API key' }).click();
  await page.getByRole('combobox', { name: 'API key' }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('region', { name: 'Status 200 OK' })).toBeVisible();
  expect(await page.content()).not.toContain(value);
});

test('sends a body to an HTTP API by keyboard', async ({ aws, page, place }) => {
  await using fn = await createFunction(aws, {
    files: {
      'index.mjs':
        'export const handler = async (event) => ({ method: event.requestContext.http.method, body: event.body });\n',
    },
  });
  await allowGateway(aws, fn.name);
  const { ApiId = '' } = await aws.apiGatewayV2.send(
    new CreateApiCommand({ Name: fn.name, ProtocolType: 'HTTP', Target: functionArn(fn.name) }),
  );
  await page.goto(routes.httpApi(place, ApiId, 'requests'));
  await expect(page.getByRole('combobox', { name: 'Stage' })).toHaveText('$default');
  await page.getByRole('textbox', { name: 'Path', exact: true }).fill('/orders');
  await page.getByRole('combobox', { name: 'Method' }).click();
  await page.getByRole('option', { name: 'POST' }).click();
  await page.getByRole('textbox', { name: 'Request body' }).fill('{"a":1}');
  await page.getByRole('button', { name: 'Format JSON' }).click();
  await page.getByRole('textbox', { name: 'Request body' }).press('Control+Enter');
  const answer = page.getByRole('region', { name: 'Status 200 OK' });
  await expect(answer).toContainText('"method": "POST"');
  await expect(answer).toContainText(String.raw`{\n  \"a\": 1\n}`);
  await aws.apiGatewayV2.send(new DeleteApiCommand({ ApiId }));
});

test('refuses what would leave the API', async ({ aws, page, place }) => {
  await using api = await createMockRestApi(aws);
  const request = { stage: 'prod', method: 'GET', query: [], headers: [], body: '', auth: 'none' };
  const send = (part: object) =>
    page.request.post(apiRoutes.apiRequests(place, api.id), {
      data: { ...request, path: '/', ...part },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
  expect((await send({ path: '/%2e%2e/other/prod' })).status()).toBe(400);
  expect((await send({ stage: '../x' })).status()).toBe(400);
  expect((await send({ headers: [['Host', 'other.execute-api.localhost']] })).status()).toBe(400);
  expect((await send({ path: '/pets/1' })).status()).toBe(200);
});
