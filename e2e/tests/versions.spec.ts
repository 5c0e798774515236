import {
  GetAliasCommand,
  ListAliasesCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { createFunction, zipOf, type Aws } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';
import { routes, withQuery } from '../../lib/routes.ts';

const answering = (text: string) => ({ 'index.mjs': `export const handler = async () => '${text}';\n` });

/** A function with version 1 that answers `one` and version 2 that answers `two`. */
async function createTwoVersions(aws: Aws) {
  const fn = await createFunction(aws, { files: answering('one') });
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: fn.name, Description: 'First' }));
  await aws.lambda.send(
    new UpdateFunctionCodeCommand({ FunctionName: fn.name, ZipFile: zipOf(answering('two')) }),
  );
  await waitUntilFunctionUpdatedV2(
    { client: aws.lambda, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.5 },
    { FunctionName: fn.name },
  );
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: fn.name, Description: 'Second' }));
  return fn;
}

test('publishes a version, and deletes it when no alias points to it', async ({
  aws,
  functionPage,
  page,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const published = async () => {
    const input = new ListVersionsByFunctionCommand({ FunctionName: fn.name });
    return (await aws.lambda.send(input)).Versions?.map(({ Version }) => Version);
  };
  await functionPage.goto(fn.name, 'versions');
  await page.getByRole('button', { name: 'Publish new version' }).click();
  await page.getByRole('textbox', { name: 'Version description' }).fill('Before the sale');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(shell.flash('Version 1 published')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Versions' })).toContainText('Before the sale');
  expect(await published()).toEqual(['$LATEST', '1']);

  await page.getByRole('button', { name: 'Actions of 1' }).click();
  await page.getByRole('menuitem', { name: 'Delete version 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete version 1' }).click();
  await expect(shell.flash('Version 1 deleted')).toBeVisible();
  expect(await published()).toEqual(['$LATEST']);
});

test('says that nothing changed instead of a new version', async ({ aws, functionPage, page, shell }) => {
  await using fn = await createTwoVersions(aws);
  await functionPage.goto(fn.name, 'versions');
  await page.getByRole('button', { name: 'Publish new version' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(shell.flash('Nothing has changed since version 2')).toBeVisible();
});

test('moves calls to a second version by weight and back', async ({ aws, functionPage, page, shell }) => {
  await using fn = await createTwoVersions(aws);
  const alias = () => aws.lambda.send(new GetAliasCommand({ FunctionName: fn.name, Name: 'prod' }));
  await page.goto(routes.createAlias(functionPage.place, fn.name, '1'));
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('prod');
  await page.getByRole('combobox', { name: 'Additional version' }).click();
  await page.getByRole('option', { name: /^2/ }).click();
  await functionPage.edit.fill('Weight (%)', '12.5');
  await expect(functionPage.edit.review).toContainText('create-alias');
  await functionPage.edit.save();
  await expect(shell.flash('Alias prod created')).toBeVisible();
  expect((await alias()).RoutingConfig?.AdditionalVersionWeights).toEqual({ '2': 0.125 });

  await page.getByRole('button', { name: 'Roll back to version 1' }).click();
  await expect(shell.flash('Alias prod sends every call to version 1')).toBeVisible();
  expect((await alias()).RoutingConfig?.AdditionalVersionWeights ?? {}).toEqual({});

  await functionPage.goto(fn.name, 'versions');
  await page.getByRole('button', { name: 'Actions of 1' }).click();
  await expect(page.getByRole('menuitem', { name: /Delete version 1/ })).toContainText('prod');
  await page.keyboard.press('Escape');

  await functionPage.openTab('aliases');
  await page.getByRole('button', { name: 'Actions of prod' }).click();
  await page.getByRole('menuitem', { name: 'Delete alias prod' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete alias prod' }).click();
  await expect(shell.flash('Alias prod deleted')).toBeVisible();
  expect((await aws.lambda.send(new ListAliasesCommand({ FunctionName: fn.name }))).Aliases).toEqual([]);
});

test('shows and runs a version without letting anything be changed', async ({ aws, functionPage, page }) => {
  await using fn = await createTwoVersions(aws);
  await functionPage.goto(fn.name);
  await page.getByRole('button', { name: 'Version: $LATEST' }).click();
  await page.getByRole('menuitem', { name: /^1/ }).click();
  await expect(page).toHaveURL(
    withQuery(routes.functionTab(functionPage.place, fn.name, 'code'), { qualifier: 1 }),
  );
  await expect(functionPage.code.deployButton).toHaveAttribute('aria-disabled', 'true');
  await functionPage.openTab('test');
  await functionPage.test.run();
  await expect(functionPage.test.result).toContainText('one');
  await functionPage.openTab('configuration');
  await expect(page.getByRole('main').getByRole('link', { name: 'Edit' }).first()).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.getByRole('link', { name: 'Back to $LATEST' }).click();
  await expect(page.getByRole('button', { name: 'Version: $LATEST' })).toBeVisible();
});

test('says that a version does not exist', async ({ aws, functionPage, page }) => {
  await using fn = await createFunction(aws);
  await page.goto(withQuery(routes.functionTab(functionPage.place, fn.name, 'code'), { qualifier: '99' }));
  await expect(page.getByText('There is no version or alias 99.')).toBeVisible();
});
