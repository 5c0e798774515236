import { GetFunctionCommand, InvokeCommand } from '@aws-sdk/client-lambda';
import { createFunction, deleteFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('refuses a bad name at its field and keeps what was typed', async ({ createFunctionPage, page }) => {
  await createFunctionPage.goto();
  await createFunctionPage.create('not a name');
  await expect(createFunctionPage.nameField).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Use 1 to 64 letters')).toBeVisible();
  await expect(createFunctionPage.nameField).toHaveValue('not a name');
});

test("shows AWS's own words when the name is taken", async ({ aws, createFunctionPage, page }) => {
  await using fn = await createFunction(aws);
  await createFunctionPage.goto();
  await createFunctionPage.create(fn.name);
  await expect(page.getByText(`Function already exist: ${fn.name}`)).toBeVisible();
});

test('creates a Python function that runs', async ({ aws, createFunctionPage, functionPage }) => {
  const name = uniqueName('python');
  await createFunctionPage.goto();
  await createFunctionPage.chooseRuntime(/^Python 3\.13/);
  await createFunctionPage.create(name);
  await expect(functionPage.heading(name)).toBeVisible();
  const created = await aws.lambda.send(new GetFunctionCommand({ FunctionName: name }));
  expect(created.Configuration?.Runtime).toBe('python3.13');
  await expect
    .poll(
      async () =>
        (await aws.lambda.send(new GetFunctionCommand({ FunctionName: name }))).Configuration?.State,
    )
    .toBe('Active');
  const dryRun = new InvokeCommand({ FunctionName: name, InvocationType: 'DryRun' });
  expect((await aws.lambda.send(dryRun)).StatusCode).toBe(204);
  await deleteFunction(aws, name);
});
