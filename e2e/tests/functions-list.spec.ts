import { GetFunctionCommand } from '@aws-sdk/client-lambda';
import { createFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('shows what a function is and opens it', async ({ aws, functionsPage, functionPage }) => {
  await using fn = await createFunction(aws, { Description: 'Adds up a cart' });
  await functionsPage.goto();
  await functionsPage.refresh();
  const row = functionsPage.row(fn.name);
  await expect(row).toContainText('nodejs22.x');
  await expect(row).toContainText('Adds up a cart');
  await functionsPage.openFunction(fn.name);
  await expect(functionPage.heading(fn.name)).toBeVisible();
});

test('finds functions by text and keeps the search in the URL', async ({ aws, functionsPage, page }) => {
  const stem = uniqueName('find');
  await using one = await createFunction(aws, { FunctionName: `${stem}-invoices` });
  await using other = await createFunction(aws, { FunctionName: `${stem}-orders` });
  await functionsPage.goto();
  await functionsPage.refresh();
  await functionsPage.filter.fill(`${stem}-inv`);
  await functionsPage.filter.press('Enter');
  await expect(functionsPage.row(other.name)).toHaveCount(0);
  await expect(functionsPage.row(one.name)).toBeVisible();
  await page.reload();
  await expect(functionsPage.row(one.name)).toBeVisible();
  await expect(functionsPage.row(other.name)).toHaveCount(0);
});

test('deletes a selected function only with the typed word', async ({ aws, functionsPage, page }) => {
  await using fn = await createFunction(aws);
  await functionsPage.goto();
  await functionsPage.refresh();
  await functionsPage.select(fn.name);
  await functionsPage.selection.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: /^Delete/ });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('textbox').fill('confirm');
  await confirm.click();
  // While the dialog is open the page behind it has no roles to be found by.
  await expect(dialog).toBeHidden();
  await expect(functionsPage.row(fn.name)).toHaveCount(0);
  await expect(aws.lambda.send(new GetFunctionCommand({ FunctionName: fn.name }))).rejects.toThrow(
    /Function not found/,
  );
});
