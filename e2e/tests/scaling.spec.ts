import {
  CreateAliasCommand,
  GetFunctionRecursionConfigCommand,
  GetProvisionedConcurrencyConfigCommand,
  PublishVersionCommand,
  PutFunctionRecursionConfigCommand,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('keeps environments of an alias ready, and lets them go', async ({
  aws,
  functionPage,
  page,
  place,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const target = { FunctionName: fn.name, Qualifier: 'live' };
  const read = () => aws.lambda.send(new GetProvisionedConcurrencyConfigCommand(target));
  const { edit } = functionPage;
  await test.step('nothing to provision yet', async () => {
    await page.goto(routes.provisioned(place, fn.name));
    await expect(page.getByText('publish a version first')).toBeVisible();
  });
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: fn.name }));
  await aws.lambda.send(
    new CreateAliasCommand({ FunctionName: fn.name, Name: 'live', FunctionVersion: '1' }),
  );
  await test.step('refused: more than there is', async () => {
    await functionPage.gotoSection(fn.name, 'concurrency');
    await page.getByRole('link', { name: 'Add', exact: true }).click();
    await edit.fill('Provisioned concurrency', '5000');
    await edit.save();
    await expect(edit.review.getByRole('alert')).toBeVisible();
    await edit.fill('Provisioned concurrency', '0');
    await edit.save();
    await expect(page.getByRole('spinbutton', { name: 'Provisioned concurrency' })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await expect(read()).rejects.toThrow();
  });
  await test.step('provision', async () => {
    await edit.fill('Provisioned concurrency', '1');
    await expect(edit.review).toContainText('put-provisioned-concurrency-config');
    await edit.save();
    const row = page.getByRole('row', { name: /live/ });
    await expect(row).toContainText('Ready');
    await expect(row).toContainText('1 of 1');
    expect(await read()).toMatchObject({ RequestedProvisionedConcurrentExecutions: 1 });
  });
  await test.step('it stands beside the alias, too', async () => {
    await page.goto(routes.functionTab(place, fn.name, 'aliases'));
    await expect(page.getByRole('row', { name: /live/ })).toContainText('Ready');
  });
  await test.step('changed by somebody else meanwhile', async () => {
    await page.goto(routes.provisioned(place, fn.name, { qualifier: 'live' }));
    await edit.fill('Provisioned concurrency', '3');
    await aws.lambda.send(
      new PutProvisionedConcurrencyConfigCommand({ ...target, ProvisionedConcurrentExecutions: 2 }),
    );
    await edit.save();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(edit.field('Provisioned concurrency')).toHaveValue('2');
  });
  await test.step('remove', async () => {
    await functionPage.gotoSection(fn.name, 'concurrency');
    await page.getByRole('row', { name: /live/ }).getByRole('button', { name: 'Remove' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove provisioned/ })
      .click();
    await expect(shell.flash('Provisioned concurrency of live removed')).toBeVisible();
    await expect(read()).rejects.toThrow();
  });
});

test('allows recursive loops, and sees when somebody else does', async ({
  aws,
  functionPage,
  page,
  place,
}) => {
  await using fn = await createFunction(aws);
  const target = { FunctionName: fn.name };
  const loop = async () =>
    (await aws.lambda.send(new GetFunctionRecursionConfigCommand(target))).RecursiveLoop;
  const { edit } = functionPage;
  await functionPage.gotoSection(fn.name, 'concurrency');
  await page
    .getByRole('main')
    .locator(`a[href="${routes.recursion(place, fn.name)}"]`)
    .click();
  await page.getByRole('radio', { name: 'Allow recursive loops' }).check();
  await expect(edit.review).toContainText('--recursive-loop Allow');
  await edit.save();
  await expect(functionPage.value('Recursive loop detection')).toContainText('Allow recursive loops');
  expect(await loop()).toBe('Allow');

  await page.goto(routes.recursion(place, fn.name));
  await aws.lambda.send(new PutFunctionRecursionConfigCommand({ ...target, RecursiveLoop: 'Terminate' }));
  await page.getByRole('radio', { name: 'Terminate recursive loops' }).check();
  await edit.save();
  await expect(page.getByRole('button', { name: 'Keep mine on top' })).toBeVisible();
  expect(await loop()).toBe('Terminate');
});
