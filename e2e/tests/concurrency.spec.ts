import { GetFunctionConcurrencyCommand, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('reserves concurrency up to the last 100, throttles, and gives it back', async ({
  aws,
  functionPage,
  page,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const reserved = async () => {
    const command = new GetFunctionConcurrencyCommand({ FunctionName: fn.name });
    return (await aws.lambda.send(command)).ReservedConcurrentExecutions;
  };
  await test.step('refuse more than there is', async () => {
    await functionPage.gotoSection(fn.name, 'concurrency');
    const edit = await functionPage.startEdit('Function concurrency');
    await page.getByRole('radio', { name: 'Reserve concurrency' }).check();
    await edit.fill('Reserved concurrency', '950');
    await edit.save();
    await expect(page.getByText('below its minimum value').first()).toBeVisible();
    expect(await reserved()).toBeUndefined();
  });
  await test.step('reserve', async () => {
    await functionPage.edit.fill('Reserved concurrency', '25');
    await expect(functionPage.edit.review).toContainText('--reserved-concurrent-executions 25');
    await functionPage.edit.save();
    await expect(functionPage.value('Reserved concurrency')).toContainText('25');
    expect(await reserved()).toBe(25);
  });
  await test.step('throttle', async () => {
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Throttle' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Throttle' }).click();
    await expect(shell.flash('is throttled')).toBeVisible();
    await expect(page.getByText('The function is throttled.')).toBeVisible();
    expect(await reserved()).toBe(0);
  });
  await test.step('give back', async () => {
    const edit = await functionPage.startEdit('Function concurrency');
    await page.getByRole('radio', { name: 'Use unreserved account concurrency' }).check();
    await expect(edit.review).toContainText('delete-function-concurrency');
    await edit.save();
    await expect(functionPage.value('Use')).toContainText('Use unreserved account concurrency');
    expect(await reserved()).toBeUndefined();
  });
});

test('does not overwrite what somebody else reserved meanwhile', async ({ aws, functionPage, page }) => {
  await using fn = await createFunction(aws);
  await functionPage.gotoSection(fn.name, 'concurrency');
  const edit = await functionPage.startEdit('Function concurrency');
  await page.getByRole('radio', { name: 'Reserve concurrency' }).check();
  await edit.fill('Reserved concurrency', '5');
  const theirs = { FunctionName: fn.name, ReservedConcurrentExecutions: 7 };
  await aws.lambda.send(new PutFunctionConcurrencyCommand(theirs));
  await edit.save();
  await expect(page.getByRole('button', { name: 'Keep mine on top' })).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(edit.field('Reserved concurrency')).toHaveValue('7');
});
