import {
  DeleteApiKeyCommand,
  DeleteUsagePlanCommand,
  GetApiKeyCommand,
  GetApiKeysCommand,
  GetUsagePlanCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
} from '@aws-sdk/client-api-gateway';
import { routes } from '../../lib/routes.ts';
import { createMockRestApi } from '../fixtures/apis.ts';
import { uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

test('makes a key, shows its value, changes and deletes it', async ({ aws, page, place, shell }) => {
  const edit = new EditPage(page);
  const name = uniqueName('key');
  await page.goto(routes.apiKeys(place, 'create'));
  await edit.fill('Name', name);
  await edit.fill('API key value', 'too short');
  await edit.save();
  await expect(page.getByText('20 to 128 letters, digits and signs, without spaces.')).toBeVisible();
  await edit.fill('API key value', '');
  await edit.save();
  await expect(shell.flash(`API key ${name} created`)).toBeVisible();

  const { items = [] } = await aws.apiGateway.send(
    new GetApiKeysCommand({ nameQuery: name, includeValues: true }),
  );
  const { id = '', value = '-', enabled } = items[0] ?? {};
  expect(enabled).toBe(true);

  await page.getByRole('link', { name, exact: true }).click();
  const details = page.getByRole('region', { name: 'API key details' });
  await expect(details).toContainText('Active');
  expect(await page.content()).not.toContain(value);
  await details.getByRole('button', { name: 'Show' }).click();
  await expect(details).toContainText(value);
  await details.getByRole('button', { name: 'Hide' }).click();
  await expect(details).not.toContainText(value);

  await details
    .getByRole('button', { name: 'Edit' })
    .or(details.getByRole('link', { name: 'Edit' }))
    .click();
  await page.getByRole('checkbox', { name: 'Active' }).uncheck();
  await edit.fill('Description', 'The app');
  await edit.save();
  await expect(shell.flash(`API key ${name} saved`)).toBeVisible();
  expect(await aws.apiGateway.send(new GetApiKeyCommand({ apiKey: id }))).toMatchObject({
    enabled: false,
    description: 'The app',
  });

  await page.getByRole('button', { name: 'Delete API key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('delete');
  await dialog.getByRole('button', { name: 'Delete API key' }).click();
  await expect(shell.flash(`API key ${name} deleted`)).toBeVisible();
  await expect(aws.apiGateway.send(new GetApiKeyCommand({ apiKey: id }))).rejects.toThrow();
});

test('imports keys from CSV, and puts one under a usage plan with a stage', async ({
  aws,
  page,
  place,
  shell,
}) => {
  test.slow();
  await using api = await createMockRestApi(aws, { isKeyed: true });
  const edit = new EditPage(page);
  const name = uniqueName('partner');

  await page.goto(routes.apiKeys(place, 'import'));
  await edit.fill('CSV', `Name,Key,Enabled\n${name},${name}-0123456789012345678901234567890,true`);
  await edit.save();
  await expect(shell.flash('1 API key imported')).toBeVisible();
  const found = await aws.apiGateway.send(new GetApiKeysCommand({ nameQuery: name }));
  const keyId = found.items?.[0]?.id ?? '';

  await page.goto(routes.usagePlans(place, 'create'));
  await edit.fill('Name', name);
  await edit.fill('Rate', '5');
  await page.getByRole('spinbutton', { name: 'Requests', exact: true }).fill('1000');
  await edit.save();
  await expect(shell.flash(`Usage plan ${name} created`)).toBeVisible();
  const plans = await aws.apiGateway.send(new GetUsagePlansCommand({ limit: 500 }));
  const planId = plans.items?.find((plan) => plan.name === name)?.id ?? '';
  const plan = () => aws.apiGateway.send(new GetUsagePlanCommand({ usagePlanId: planId }));
  expect(await plan()).toMatchObject({
    throttle: { rateLimit: 5, burstLimit: 200 },
    quota: { limit: 1000, period: 'MONTH' },
  });

  await page.goto(routes.usagePlans(place, planId, 'add-stage'));
  await page.getByRole('combobox', { name: 'API and stage' }).fill(api.name);
  await page.getByRole('option', { name: new RegExp(api.name) }).click();
  await edit.save();
  await expect(shell.flash(`Stage ${api.id}:prod added`)).toBeVisible();
  expect((await plan()).apiStages).toMatchObject([{ apiId: api.id, stage: 'prod' }]);

  await page.getByRole('link', { name: 'none', exact: true }).click();
  await edit.fill('Method throttling', 'GET /pets/{id} 2 3');
  await edit.save();
  await expect(shell.flash('Method throttling saved')).toBeVisible();
  expect((await plan()).apiStages?.[0]?.throttle).toEqual({
    '/pets/{id}/GET': { rateLimit: 2, burstLimit: 3 },
  });

  await page.goto(routes.usagePlans(place, planId, 'add-key'));
  await page.getByRole('combobox', { name: 'API key' }).fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await edit.save();
  await expect(shell.flash('API key added')).toBeVisible();
  const keys = await aws.apiGateway.send(new GetUsagePlanKeysCommand({ usagePlanId: planId }));
  expect(keys.items).toMatchObject([{ id: keyId, name }]);

  const row = page.getByRole('region', { name: 'Associated API keys' }).getByRole('row', { name });
  await row.getByRole('button', { name: 'Extend' }).click();
  await page.getByRole('dialog').getByLabel('Remaining quota').fill('7');
  await page.getByRole('dialog').getByRole('button', { name: 'Extend' }).click();
  await expect(shell.flash(`${name} has 7 requests left`)).toBeVisible();
  await expect(row).toContainText('7');

  const stages = page.getByRole('region', { name: 'Associated stages' });
  await stages.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove stage' }).click();
  await expect(shell.flash(`Stage ${api.id}:prod removed`)).toBeVisible();
  expect((await plan()).apiStages ?? []).toEqual([]);

  await aws.apiGateway.send(new DeleteUsagePlanCommand({ usagePlanId: planId }));
  await aws.apiGateway.send(new DeleteApiKeyCommand({ apiKey: keyId }));
});
