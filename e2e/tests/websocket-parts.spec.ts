import {
  CreateDeploymentCommand,
  CreateStageCommand,
  GetApiCommand,
  GetAuthorizersCommand,
  GetIntegrationCommand,
  GetIntegrationResponsesCommand,
  GetModelsCommand,
  GetRouteResponsesCommand,
  GetStageCommand,
  UpdateRouteCommand,
} from '@aws-sdk/client-apigatewayv2';
import { GetPolicyCommand } from '@aws-sdk/client-lambda';
import { routes, withQuery } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { createMockRoute, createSocketApi } from '../fixtures/socket-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

const allow = 'export const handler = async () => ({ principalId: "me" });\n';

test('makes, changes and deletes an authorizer and a model', async ({ aws, page, place, shell }) => {
  test.slow();
  await using fn = await createFunction(aws, { files: { 'index.mjs': allow } });
  await using api = await createSocketApi(aws);
  const edit = new EditPage(page);

  await page.goto(routes.webSocketApi(place, api.id, 'authorizers'));
  await expect(page.getByText('No authorizers.')).toBeVisible();
  await page.getByRole('link', { name: 'Create authorizer' }).click();
  await edit.fill('Authorizer name', 'guard');
  await edit.pasteFunction(fn.name);
  await edit.fill('Identity sources', 'nonsense');
  await edit.save();
  await expect(page.getByRole('textbox', { name: 'Identity sources' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await edit.fill('Identity sources', 'route.request.querystring.token');
  await edit.save();
  await expect(shell.flash('Authorizer guard saved')).toBeVisible();
  await expect(page.getByRole('row', { name: /guard/ })).toContainText('route.request.querystring.token');
  const authorizers = await aws.apiGatewayV2.send(new GetAuthorizersCommand({ ApiId: api.id }));
  expect(authorizers.Items).toMatchObject([
    { Name: 'guard', AuthorizerType: 'REQUEST', IdentitySource: ['route.request.querystring.token'] },
  ]);
  const { Policy } = await aws.lambda.send(new GetPolicyCommand({ FunctionName: fn.name }));
  expect(Policy).toContain(`${api.id}/authorizers/*`);
  await page.getByRole('button', { name: 'Delete authorizer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete authorizer' }).click();
  await expect(shell.flash('Authorizer guard deleted')).toBeVisible();

  await page.goto(routes.webSocketApi(place, api.id, 'models'));
  await page.getByRole('link', { name: 'Create model' }).click();
  await edit.fill('Model name', 'Join');
  await edit.fill('Model schema', '{"type": "object", "properties": {"room": {"type": "string"}}}');
  await edit.save();
  await expect(shell.flash('Model Join saved')).toBeVisible();
  await page.getByRole('link', { name: 'Template of Join' }).click();
  await expect(page.getByText('"room" : "$inputRoot.room"')).toBeVisible();
  await page.getByRole('link', { name: 'Edit Join' }).click();
  await edit.fill('Description', 'who joins');
  await edit.save();
  await expect(page.getByRole('row', { name: /Join/ })).toContainText('who joins');
  const models = await aws.apiGatewayV2.send(new GetModelsCommand({ ApiId: api.id }));
  expect(models.Items).toMatchObject([{ Name: 'Join', Description: 'who joins' }]);
  await page.getByRole('button', { name: 'Delete model' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete model' }).click();
  await expect(shell.flash('Model Join deleted')).toBeVisible();
  expect((await aws.apiGatewayV2.send(new GetModelsCommand({ ApiId: api.id }))).Items).toEqual([]);
});

test('changes settings and tags', async ({ aws, page, place, shell }) => {
  await using api = await createSocketApi(aws);
  await createMockRoute(aws, api.id, '$default');
  const { DeploymentId } = await aws.apiGatewayV2.send(new CreateDeploymentCommand({ ApiId: api.id }));
  await aws.apiGatewayV2.send(new CreateStageCommand({ ApiId: api.id, StageName: 'prod', DeploymentId }));
  const edit = new EditPage(page);
  await page.goto(routes.webSocketApi(place, api.id, 'settings'));
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await edit.fill('Route selection expression', '$request.body.kind');
  await page.getByRole('checkbox', { name: 'Disable schema validation' }).check();
  await edit.save();
  await expect(shell.flash('API settings saved')).toBeVisible();
  await expect(page.getByRole('region', { name: 'API details' })).toContainText('$request.body.kind');
  expect(await aws.apiGatewayV2.send(new GetApiCommand({ ApiId: api.id }))).toMatchObject({
    RouteSelectionExpression: '$request.body.kind',
    DisableSchemaValidation: true,
  });

  await page.getByRole('link', { name: `Manage tags of ${api.name}` }).click();
  await edit.addRow(/Add new tag/, 'team', 'blue');
  await edit.save();
  await expect(page.getByText('team=blue')).toBeVisible();
  expect((await aws.apiGatewayV2.send(new GetApiCommand({ ApiId: api.id }))).Tags).toEqual({ team: 'blue' });

  await page.goto(routes.webSocketApi(place, api.id, 'stages'));
  await page.getByRole('link', { name: 'Manage tags of prod' }).click();
  await edit.addRow(/Add new tag/, 'tier', 'gold');
  await expect(edit.review).toContainText('apigatewayv2 tag-resource');
  await edit.save();
  await expect(page.getByText('tier=gold')).toBeVisible();
  const stage = await aws.apiGatewayV2.send(new GetStageCommand({ ApiId: api.id, StageName: 'prod' }));
  expect(stage.Tags).toEqual({ tier: 'gold' });
});

test('edits what a route answers, and says what a refused save has saved', async ({
  aws,
  page,
  place,
  shell,
}) => {
  test.slow();
  await using api = await createSocketApi(aws);
  const { routeId, integrationId } = await createMockRoute(aws, api.id, 'typing');
  await createMockRoute(aws, api.id, 'taken');
  await aws.apiGatewayV2.send(
    new UpdateRouteCommand({ ApiId: api.id, RouteId: routeId, RouteResponseSelectionExpression: '$default' }),
  );
  const edit = new EditPage(page);
  const view = withQuery(routes.webSocketApi(place, api.id, 'routes'), { route: 'typing' });
  await page.goto(view);
  await page.getByRole('link', { name: 'Create integration response' }).click();
  await edit.fill('Response key', 'nonsense');
  await page.getByRole('button', { name: 'Add mapping template' }).click();
  await edit.fill('Template for $default', '{"ok": true}');
  await edit.save();
  await expect(page.getByRole('textbox', { name: 'Response key' })).toHaveAttribute('aria-invalid', 'true');
  await edit.fill('Response key', '$default');
  await edit.save();
  await expect(shell.flash('Integration response $default saved')).toBeVisible();
  const owner = { ApiId: api.id, IntegrationId: integrationId };
  const answers = await aws.apiGatewayV2.send(new GetIntegrationResponsesCommand(owner));
  expect(answers.Items).toMatchObject([
    { IntegrationResponseKey: '$default', ResponseTemplates: { $default: '{"ok": true}' } },
  ]);

  await page.goto(routes.webSocketApi(place, api.id, 'routes', routeId, 'edit'));
  await edit.fill('Route key', 'taken');
  await edit.fill('Timeout', '5000');
  await page.getByRole('checkbox', { name: 'Two-way communication' }).check();
  await edit.save();
  await expect(
    page.getByText('Saved in part: AWS took the integration, and not the route itself and what it answers.'),
  ).toBeVisible();
  const integration = await aws.apiGatewayV2.send(new GetIntegrationCommand(owner));
  expect(integration.TimeoutInMillis).toBe(5000);
  const responses = new GetRouteResponsesCommand({ ApiId: api.id, RouteId: routeId });
  expect((await aws.apiGatewayV2.send(responses)).Items).toEqual([]);
});

test('looks at, sends to and closes a live connection', async ({ aws, page, place, shell }) => {
  test.slow();
  await using fn = await createFunction(aws, {
    files: {
      'index.mjs':
        'export const handler = async (event) => ({ statusCode: 200, body: event.requestContext.connectionId });\n',
    },
  });
  await using api = await createSocketApi(aws);
  const edit = new EditPage(page);
  await page.goto(routes.webSocketApi(place, api.id, 'routes', 'create'));
  await edit.fill('Route key', 'who');
  await edit.pasteFunction(fn.name);
  await page.getByRole('checkbox', { name: 'Two-way communication' }).check();
  await edit.save();
  await expect(shell.flash(/Route who saved/)).toBeVisible();
  const { DeploymentId } = await aws.apiGatewayV2.send(new CreateDeploymentCommand({ ApiId: api.id }));
  await aws.apiGatewayV2.send(new CreateStageCommand({ ApiId: api.id, StageName: 'prod', DeploymentId }));

  await page.goto(withQuery(routes.webSocketApi(place, api.id, 'client'), { stage: 'prod' }));
  const client = page.getByRole('region', { name: 'Client' });
  await client.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(client.getByRole('status')).toHaveText('Connected');
  await client.getByRole('textbox', { name: 'Message' }).fill('{"action":"who"}');
  await client.getByRole('button', { name: 'Send' }).click();
  const frames = client.getByRole('list', { name: 'Frames' });
  await expect(frames.getByText(/^[\w-]+=$/)).toBeVisible();
  const id = (await frames.getByText(/^[\w-]+=$/).textContent()) ?? '';

  const live = page.getByRole('region', { name: 'Live connections' });
  await live.getByRole('textbox', { name: 'Connection ID' }).fill(id);
  await live.getByRole('button', { name: 'Get connection' }).click();
  await expect(live.getByText('Last active')).toBeVisible();
  await live.getByRole('textbox', { name: 'Message to the client' }).fill('hello there');
  await live.getByRole('button', { name: 'Send to connection' }).click();
  await expect(frames).toContainText('hello there');
  await live.getByRole('button', { name: 'Close connection' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close connection' }).click();
  await expect(client.getByRole('status')).toHaveText('Closed');
  await live.getByRole('button', { name: 'Get connection' }).click();
  await expect(live.getByText('The connection did not take it')).toBeVisible();
});
