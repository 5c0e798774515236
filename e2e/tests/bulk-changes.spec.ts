import { GetFunctionCommand, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { routes } from '../../lib/routes.ts';
import { createFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('changes the chosen functions after a preview', async ({ aws, functionsPage, page }) => {
  const stem = uniqueName('bulk');
  await using one = await createFunction(aws, { FunctionName: `${stem}-one`, MemorySize: 128 });
  await using two = await createFunction(aws, { FunctionName: `${stem}-two`, MemorySize: 256 });
  await functionsPage.goto();
  await functionsPage.refresh();
  await expect(functionsPage.row(two.name)).toBeVisible();
  await functionsPage.select(one.name);
  await functionsPage.select(two.name);
  await functionsPage.selection.getByRole('link', { name: 'Change', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Change functions/ })).toBeVisible();

  await page.getByRole('combobox', { name: 'Change' }).click();
  await page.getByRole('option', { name: 'Memory' }).click();
  await page.getByRole('spinbutton', { name: 'New memory' }).fill('64');
  await expect(page.getByRole('button', { name: /^Change \d/ })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('spinbutton', { name: 'New memory' }).fill('256');
  await expect(page.getByRole('row', { name: new RegExp(one.name) })).toContainText('128 MB');
  await expect(page.getByRole('row', { name: new RegExp(two.name) })).toContainText('Stays as it is');
  await page.getByRole('button', { name: 'Change 1 function', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(one.name) })).toContainText('Done');
  const read = await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: one.name }));
  expect(read.MemorySize).toBe(256);

  await page.goto(routes.audit());
  await expect(page.getByRole('row', { name: new RegExp(one.name) }).first()).toBeVisible();
});

test('tags, limits logs and deletes all that a filter finds', async ({ aws, page, place, functionsPage }) => {
  const stem = uniqueName('bulkall');
  await using one = await createFunction(aws, { FunctionName: `${stem}-one` });
  await using two = await createFunction(aws, { FunctionName: `${stem}-two` });
  const all = routes.bulkChanges(place, `?f=~${stem}`);
  await functionsPage.goto();
  await functionsPage.refresh();
  await expect(functionsPage.row(two.name)).toBeVisible();
  const choose = async (kind: string) => {
    await page.goto(all);
    await page.getByRole('combobox', { name: 'Change' }).click();
    await page.getByRole('option', { name: kind, exact: true }).click();
  };
  const done = () => expect(page.getByRole('status').getByText('2 of 2 done, 0 failed')).toBeVisible();

  await choose('Add or replace a tag');
  await page.getByRole('textbox', { name: 'Key' }).fill('team');
  await page.getByRole('textbox', { name: /^Value/ }).fill('orders');
  await page.getByRole('button', { name: 'Change 2 functions' }).click();
  await done();
  const { Tags } = await aws.lambda.send(new GetFunctionCommand({ FunctionName: two.name }));
  expect(Tags).toEqual({ team: 'orders' });

  await choose('Log retention');
  await page.getByRole('button', { name: 'Change 2 functions' }).click();
  await done();
  const { logGroups } = await aws.logs.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: `/aws/lambda/${one.name}` }),
  );
  expect(logGroups).toMatchObject([{ retentionInDays: 30 }]);

  await choose('Delete');
  const act = page.getByRole('button', { name: 'Delete 2 functions' });
  await expect(act).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('textbox', { name: 'Type confirm to agree' }).fill('confirm');
  await act.click();
  await done();
  await expect(aws.lambda.send(new GetFunctionCommand({ FunctionName: one.name }))).rejects.toThrow(
    /Function not found/,
  );
});

test('tries again only what failed', async ({ aws, page, place, functionsPage }) => {
  const stem = uniqueName('bulkretry');
  await using one = await createFunction(aws, { FunctionName: `${stem}-one` });
  await using two = await createFunction(aws, { FunctionName: `${stem}-two` });
  await functionsPage.goto();
  await functionsPage.refresh();
  await expect(functionsPage.row(two.name)).toBeVisible();
  await page.goto(routes.bulkChanges(place, `?f=~${stem}`));
  await page.getByRole('combobox', { name: 'Change' }).click();
  await page.getByRole('option', { name: 'Timeout', exact: true }).click();
  await page.getByRole('spinbutton', { name: 'New timeout' }).fill('60');
  const asked: string[] = [];
  const address = '**/bulk-change';
  await page.route(address, async (route) => {
    asked.push(route.request().url());
    if (asked.length > 2 || !route.request().url().includes(two.name)) return route.continue();
    return route.abort();
  });
  await page.getByRole('button', { name: 'Change 2 functions' }).click();
  await expect(page.getByRole('row', { name: new RegExp(two.name) })).toContainText('Failed');
  await page.getByRole('button', { name: 'Try 1 failed function again' }).click();
  await expect(page.getByRole('status').getByText('2 of 2 done, 0 failed')).toBeVisible();
  expect(asked.filter((url) => url.includes(one.name))).toHaveLength(1);
  const read = await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: two.name }));
  expect(read.Timeout).toBe(60);
});
