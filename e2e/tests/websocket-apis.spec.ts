import { GetRouteResponsesCommand, GetRoutesCommand, GetStagesCommand } from '@aws-sdk/client-apigatewayv2';
import { GetPolicyCommand } from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { createSocketApi } from '../fixtures/socket-api.ts';
import { EditPage } from '../pages/edit-page.ts';
import { expect, test } from '../fixtures/test.ts';

const echo =
  'export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify({ route: event.requestContext.routeKey, got: event.body ?? null }) });\n';

test('makes routes, deploys them, and talks to them', async ({ aws, page, place, shell }) => {
  test.slow();
  await using fn = await createFunction(aws, { files: { 'index.mjs': echo } });
  await using api = await createSocketApi(aws);
  const edit = new EditPage(page);

  await page.goto(routes.webSocketApi(place, api.id, 'routes'));
  await expect(page.getByText('$connect is not set.')).toBeVisible();
  await page.getByRole('link', { name: 'Create route' }).click();
  await edit.fill('Route key', 'sendmessage');
  await edit.pasteFunction(fn.name);
  await page.getByRole('checkbox', { name: 'Two-way communication' }).check();
  await edit.save();
  await expect(shell.flash(/Route sendmessage saved/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Integration request' })).toContainText(fn.name);

  const { Items: [route] = [] } = await aws.apiGatewayV2.send(new GetRoutesCommand({ ApiId: api.id }));
  expect(route).toMatchObject({ RouteKey: 'sendmessage', RouteResponseSelectionExpression: '$default' });
  const responses = await aws.apiGatewayV2.send(
    new GetRouteResponsesCommand({ ApiId: api.id, RouteId: route?.RouteId }),
  );
  expect(responses.Items).toHaveLength(1);
  const { Policy } = await aws.lambda.send(new GetPolicyCommand({ FunctionName: fn.name }));
  expect(Policy).toContain(`${api.id}/*/sendmessage`);

  await page.goto(routes.webSocketApi(place, api.id, 'stages'));
  await page.getByRole('link', { name: 'Deploy API' }).click();
  await edit.fill('Stage', 'prod');
  await edit.save();
  await expect(shell.flash('API deployed to prod')).toBeVisible();
  const stages = await aws.apiGatewayV2.send(new GetStagesCommand({ ApiId: api.id }));
  expect(stages.Items?.map(({ StageName }) => StageName)).toEqual(['prod']);

  await expect(page.getByRole('main')).toContainText('/prod/@connections');
  await page.getByRole('link', { name: 'Connect in the test client' }).click();
  const client = page.getByRole('region', { name: 'Client' });
  await client.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(client.getByRole('status')).toHaveText('Connected');
  await client.getByRole('textbox', { name: 'Message' }).fill('{"action":"sendmessage","text":"hi"}');
  await expect(client).toContainText('Goes to route sendmessage');
  await client.getByRole('textbox', { name: 'Message' }).press('Control+Enter');
  const frames = client.getByRole('list', { name: 'Frames' });
  await expect(frames).toContainText('"route":"sendmessage"');
  await expect(client).toContainText('1 in · 1 out');
  await client.getByRole('textbox', { name: 'Message' }).fill('nonsense');
  await client.getByRole('button', { name: 'Send' }).click();
  await expect(frames).toContainText('Forbidden');
  await client.getByRole('button', { name: 'Disconnect' }).click();
  await expect(client.getByRole('status')).toHaveText('Closed');
});

test('makes a mock route, changes it, and deletes it', async ({ aws, page, place, shell }) => {
  await using api = await createSocketApi(aws);
  const edit = new EditPage(page);
  await page.goto(routes.webSocketApi(place, api.id, 'routes', 'create'));
  await edit.fill('Route key', 'typing');
  await page.getByRole('radio', { name: 'Mock' }).check();
  await edit.fill('Request template', '{"statusCode": 200}');
  await edit.save();
  await expect(shell.flash(/Route typing saved/)).toBeVisible();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await edit.fill('Timeout', '20');
  await edit.save();
  await expect(page.getByRole('spinbutton', { name: 'Timeout' })).toHaveAttribute('aria-invalid', 'true');
  await edit.fill('Timeout', '5000');
  await edit.save();
  await expect(page.getByRole('region', { name: 'Integration request' })).toContainText('5,000 ms');

  await page.getByRole('button', { name: 'Delete route' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete route' }).click();
  await expect(shell.flash(/Route typing deleted/)).toBeVisible();
  const left = await aws.apiGatewayV2.send(new GetRoutesCommand({ ApiId: api.id }));
  expect(left.Items).toEqual([]);
});
