import {
  GetDeploymentsCommand,
  GetStageCommand,
  GetStagesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { routes } from '../../lib/routes.ts';
import type { Aws } from '../fixtures/aws.ts';
import { createRestApi, type TestRestApi } from '../fixtures/rest-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

/** `GET /` that answers by itself. */
async function addMock(aws: Aws, api: TestRestApi): Promise<void> {
  const target = { restApiId: api.id, resourceId: api.rootId, httpMethod: 'GET' };
  await aws.apiGateway.send(new PutMethodCommand({ ...target, authorizationType: 'NONE' }));
  await aws.apiGateway.send(
    new PutIntegrationCommand({
      ...target,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
    }),
  );
  await aws.apiGateway.send(new PutMethodResponseCommand({ ...target, statusCode: '200' }));
  await aws.apiGateway.send(
    new PutIntegrationResponseCommand({
      ...target,
      statusCode: '200',
      responseTemplates: { 'application/json': '{"alias": "$stageVariables.alias"}' },
    }),
  );
}

test('deploys an API, and changes, moves and deletes its stage', async ({
  aws,
  endpoint,
  page,
  place,
  shell,
}) => {
  test.slow();
  await using api = await createRestApi(aws);
  await addMock(aws, api);
  const restApiId = api.id;
  const edit = new EditPage(page);
  const stage = () => aws.apiGateway.send(new GetStageCommand({ restApiId, stageName: 'prod' }));
  const deployments = async () => {
    const { items = [] } = await aws.apiGateway.send(new GetDeploymentsCommand({ restApiId }));
    return items.length;
  };
  const dialog = page.getByRole('dialog');
  const deploy = async () => {
    await page.getByRole('button', { name: 'Deploy API' }).click();
    await expect(dialog).toBeVisible();
  };

  await page.goto(routes.restApi(place, api.id, 'stages'));
  await expect(page.getByRole('heading', { name: 'No stages yet' })).toBeVisible();
  await test.step('deploy to a new stage', async () => {
    await deploy();
    await dialog.getByRole('textbox', { name: 'Stage name' }).fill('prod');
    await dialog.getByRole('textbox', { name: 'Deployment description' }).fill('first');
    await dialog.getByRole('button', { name: 'Deploy', exact: true }).click();
    await expect(shell.flash('Deployed to prod')).toBeVisible();
    await shell.notifications.getByRole('link', { name: 'Open stage' }).click();
    await expect(page.getByRole('heading', { name: 'prod', exact: true })).toBeVisible();
    expect((await stage()).deploymentId).toBeTruthy();
  });
  const first = (await stage()).deploymentId;

  await test.step('throttling and cache', async () => {
    await page.getByRole('region', { name: 'Stage details' }).getByRole('link', { name: 'Edit' }).click();
    await edit.fill('Rate', '50');
    await edit.fill('Burst', '10');
    await expect(edit.review).toContainText('/*/*/throttling/rateLimit');
    await edit.save();
    await expect(shell.flash('Stage prod saved')).toBeVisible();
    expect((await stage()).methodSettings?.['*/*']).toMatchObject({
      throttlingRateLimit: 50,
      throttlingBurstLimit: 10,
    });
  });

  await test.step('variables', async () => {
    await page.goto(routes.restApi(place, api.id, 'stages', 'prod', 'variables'));
    await page.getByRole('button', { name: 'Add stage variable' }).click();
    await page.getByRole('textbox', { name: 'Name 1' }).fill('alias');
    await page.getByRole('textbox', { name: 'Value 1' }).fill('a b');
    await expect(edit.saveButton).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('textbox', { name: 'Value 1' }).fill('live');
    await edit.save();
    await expect(shell.flash('Stage prod saved').first()).toBeVisible();
    expect((await stage()).variables).toEqual({ alias: 'live' });
    const answer = await fetch(`${endpoint.url}/_aws/execute-api/${api.id}/prod/`);
    expect(await answer.json()).toEqual({ alias: 'live' });
  });

  await test.step('settings of one method', async () => {
    await page.goto(routes.restApi(place, api.id, 'stages', 'prod'));
    await page.getByRole('link', { name: 'Edit settings of GET /' }).click();
    await page.getByRole('radio', { name: 'Override for this method' }).check();
    await edit.fill('Rate', '5');
    await edit.save();
    await expect(page.getByRole('row', { name: /GET/ }).first()).toContainText('Override for this method');
    expect(Object.keys((await stage()).methodSettings ?? {})).toHaveLength(2);
  });

  await test.step('a canary, and its promotion', async () => {
    await deploy();
    await dialog.getByRole('checkbox', { name: /^Only a part of the calls/ }).check();
    await dialog.getByRole('spinbutton', { name: 'Requests directed to canary' }).fill('20');
    await dialog.getByRole('button', { name: 'Deploy', exact: true }).click();
    const card = page.getByRole('region', { name: 'Canary', exact: true });
    await expect(card).toContainText('20%');
    expect((await stage()).canarySettings?.percentTraffic).toBe(20);
    await card.getByRole('button', { name: 'Promote canary' }).click();
    await dialog.getByRole('button', { name: 'Promote canary' }).click();
    await expect(shell.flash('Canary of prod promoted')).toBeVisible();
    const promoted = await stage();
    expect(promoted.canarySettings).toBeUndefined();
    expect(promoted.deploymentId).not.toBe(first);
  });

  await test.step('back to the first deployment', async () => {
    const row = page.getByRole('row', { name: new RegExp(first ?? '-') });
    await row.getByRole('button', { name: 'Change active deployment' }).click();
    await dialog.getByRole('button', { name: 'Change active deployment' }).click();
    await expect(shell.flash(`prod serves deployment ${first}`)).toBeVisible();
    expect((await stage()).deploymentId).toBe(first);
    expect(await deployments()).toBe(2);
  });

  await test.step('export', async () => {
    await page.goto(routes.restApi(place, api.id, 'export'));
    await page.getByRole('radio', { name: 'Export with API Gateway extensions' }).check();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export API' }).click();
    expect((await download).suggestedFilename()).toBe(`${api.id}-prod-oas30-apigateway.json`);
  });

  await test.step('delete the stage', async () => {
    await page.goto(routes.restApi(place, api.id, 'stages', 'prod'));
    await page.getByRole('button', { name: 'Delete stage' }).click();
    await dialog.getByRole('textbox').fill('confirm');
    await dialog.getByRole('button', { name: 'Delete stage' }).click();
    await expect(page.getByRole('heading', { name: 'No stages yet' })).toBeVisible();
    const { item = [] } = await aws.apiGateway.send(new GetStagesCommand({ restApiId }));
    expect(item).toEqual([]);
  });
});
