import {
  GetFunctionConfigurationCommand,
  GetRuntimeManagementConfigCommand,
  PutRuntimeManagementConfigCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('changes runtime, handler and architecture, and says where AWS refuses', async ({
  aws,
  functionPage,
  page,
  place,
}) => {
  await using fn = await createFunction(aws);
  const read = () => aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: fn.name }));
  const { CodeSha256 } = await read();
  const { edit } = functionPage;
  await functionPage.goto(fn.name);
  await page
    .getByRole('main')
    .locator(`a[href="${routes.editCode(place, fn.name, 'runtime')}"]`)
    .click();
  await edit.fill('Handler', 'no spaces');
  await edit.save();
  await expect(page.getByRole('textbox', { name: 'Handler' })).toHaveAttribute('aria-invalid', 'true');
  await edit.fill('Handler', 'app.main');
  await page.getByRole('combobox', { name: 'Runtime' }).click();
  await page.getByRole('option', { name: 'Python 3.13' }).click();
  await page.getByRole('radio', { name: 'arm64' }).check();
  await expect(edit.review).toContainText('update-function-configuration');
  await expect(edit.review).toContainText('--architectures arm64');
  await edit.save();
  await expect(functionPage.value('Runtime$')).toContainText('Python 3.13');
  await expect(functionPage.value('Architecture')).toContainText('arm64');
  expect(await read()).toMatchObject({
    Runtime: 'python3.13',
    Handler: 'app.main',
    Architectures: ['arm64'],
    CodeSha256,
  });
});

test('shows what somebody else set while the runtime was edited', async ({
  aws,
  functionPage,
  page,
  place,
}) => {
  await using fn = await createFunction(aws);
  await page.goto(routes.editCode(place, fn.name, 'runtime'));
  await functionPage.edit.fill('Handler', 'mine.handler');
  const theirs = { FunctionName: fn.name, Handler: 'theirs.handler' };
  await aws.lambda.send(new UpdateFunctionConfigurationCommand(theirs));
  await functionPage.edit.save();
  await expect(page.getByText('theirs.handler')).toBeVisible();
  await page.getByRole('button', { name: 'Keep mine on top' }).click();
  await functionPage.edit.save();
  await expect(functionPage.value('Handler')).toContainText('mine.handler');
});

test('pins a runtime version, and does not undo what somebody else chose', async ({
  aws,
  functionPage,
  page,
  place,
}) => {
  await using fn = await createFunction(aws);
  const target = { FunctionName: fn.name };
  const read = () => aws.lambda.send(new GetRuntimeManagementConfigCommand(target));
  const arn =
    'arn:aws:lambda:us-east-1::runtime:0cdcfbdefbc5e7d3343f73c2e2dd3cba17d61dea0686b404502a0c9ce83931b9';
  await page.goto(routes.editCode(place, fn.name, 'runtime-management'));
  await page.getByRole('radio', { name: 'Manual' }).check();
  await functionPage.edit.fill('Runtime version ARN', 'nodejs22');
  await functionPage.edit.save();
  await expect(page.getByRole('textbox', { name: 'Runtime version ARN' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await functionPage.edit.fill('Runtime version ARN', arn);
  await functionPage.edit.save();
  await expect(functionPage.value('Update runtime version')).toContainText('Manual');
  expect(await read()).toMatchObject({ UpdateRuntimeOn: 'Manual', RuntimeVersionArn: arn });

  await page.goto(routes.editCode(place, fn.name, 'runtime-management'));
  await page.getByRole('radio', { name: 'Auto' }).check();
  await aws.lambda.send(
    new PutRuntimeManagementConfigCommand({ ...target, UpdateRuntimeOn: 'FunctionUpdate' }),
  );
  await functionPage.edit.save();
  await expect(page.getByRole('button', { name: 'Keep mine on top' })).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('radio', { name: 'Function update' })).toBeChecked();
  expect((await read()).UpdateRuntimeOn).toBe('FunctionUpdate');
});

test('checks a package without a change, and says what cannot be fetched', async ({
  aws,
  functionPage,
  page,
  place,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const read = () => aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: fn.name }));
  const { RevisionId } = await read();
  await page.goto(routes.editCode(place, fn.name, 'package'));
  await page.getByRole('radio', { name: 'Amazon S3 location' }).check();
  await functionPage.edit.fill('S3 bucket', 'no-such-bucket-here');
  await functionPage.edit.fill('S3 key', 'orders.zip');
  await expect(functionPage.edit.review).toContainText('--s3-bucket no-such-bucket-here');
  await functionPage.edit.save();
  await expect(functionPage.edit.review.getByRole('alert')).toContainText(/S3|bucket/);
  expect((await read()).RevisionId).toBe(RevisionId);

  await page.getByRole('radio', { name: 'Deployed package' }).check();
  await page.getByRole('checkbox', { name: 'Only check it, change nothing' }).check();
  await functionPage.edit.save();
  await expect(shell.flash('Nothing was changed.')).toBeVisible();
  expect((await read()).RevisionId).toBe(RevisionId);
});
