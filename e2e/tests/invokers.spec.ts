import {
  GetFunctionEventInvokeConfigCommand,
  GetFunctionUrlConfigCommand,
  GetPolicyCommand,
} from '@aws-sdk/client-lambda';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('gives a function a URL that everyone may call, and deletes it', async ({
  aws,
  functionPage,
  page,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const target = { FunctionName: fn.name };
  const url = () => aws.lambda.send(new GetFunctionUrlConfigCommand(target));
  await functionPage.gotoSection(fn.name, 'function-url');
  await page.getByRole('link', { name: 'Create function URL' }).click();
  await page.getByRole('radio', { name: 'NONE' }).check();
  await page.getByRole('checkbox', { name: /^Configure cross-origin/ }).check();
  await functionPage.edit.fill('Max age (sec)', '99999');
  await functionPage.edit.save();
  await expect(page.getByText('less than or equal to 86400').first()).toBeVisible();
  await functionPage.edit.fill('Max age (sec)', '60');
  await functionPage.edit.save();
  await expect(functionPage.value('Auth type')).toContainText('NONE');
  expect((await url()).Cors).toMatchObject({ AllowOrigins: ['*'], MaxAge: 60 });
  const { Policy = '' } = await aws.lambda.send(new GetPolicyCommand(target));
  expect(Policy).toContain('FunctionURLAllowPublicAccess');
  expect(Policy).toContain('FunctionURLInvokeAllowPublicAccess');

  await functionPage.startEdit('Function URL');
  await page.getByRole('checkbox', { name: /^Configure cross-origin/ }).uncheck();
  await functionPage.edit.save();
  await expect(functionPage.value('CORS')).toContainText('–');
  expect((await url()).Cors).toBeUndefined();

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete function URL' }).click();
  await expect(shell.flash('Function URL deleted')).toBeVisible();
  await expect(url()).rejects.toThrow();
});

test('lets a service in, and takes it out again', async ({ aws, functionPage, page, shell }) => {
  await using fn = await createFunction(aws);
  await functionPage.gotoSection(fn.name, 'permissions');
  await page.getByRole('link', { name: 'Add permissions' }).click();
  await page.getByRole('combobox', { name: 'Service' }).click();
  await page.getByRole('option', { name: /^S3/ }).click();
  await functionPage.edit.fill('Statement ID', 's3 orders');
  await functionPage.edit.fill('Source ARN', 'arn:aws:s3:::orders');
  await functionPage.edit.save();
  await expect(page.getByRole('textbox', { name: 'Statement ID' })).toHaveAttribute('aria-invalid', 'true');
  await functionPage.edit.fill('Statement ID', 's3-orders');
  await expect(functionPage.edit.review).toContainText('add-permission');
  await functionPage.edit.save();
  await expect(shell.flash('Statement s3-orders added')).toBeVisible();
  const { Policy = '{}' } = await aws.lambda.send(new GetPolicyCommand({ FunctionName: fn.name }));
  expect(JSON.parse(Policy)).toMatchObject({
    Statement: [{ Sid: 's3-orders', Principal: { Service: 's3.amazonaws.com' } }],
  });

  await page
    .getByRole('row', { name: /s3-orders/ })
    .getByRole('button', { name: 'Delete' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete statement s3-orders' }).click();
  await expect(shell.flash('Statement s3-orders deleted')).toBeVisible();
  await expect(aws.lambda.send(new GetPolicyCommand({ FunctionName: fn.name }))).rejects.toThrow();
});

test('sends failed events to a queue, and goes back to the defaults', async ({
  aws,
  functionPage,
  page,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const queue = 'arn:aws:sqs:us-east-1:000000000000:failed-orders';
  const read = () => aws.lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: fn.name }));
  await functionPage.gotoSection(fn.name, 'async-invocation');
  await functionPage.startEdit('Asynchronous invocation');
  await functionPage.edit.fill('Hours', '9');
  await functionPage.edit.save();
  await expect(page.getByText('less than or equal to 21600').first()).toBeVisible();
  await functionPage.edit.fill('Hours', '1');
  await functionPage.edit.fill('On failure', queue);
  await functionPage.edit.save();
  await expect(functionPage.value('Maximum age of event')).toContainText('1 h 0 min 0 sec');
  expect(await read()).toMatchObject({
    MaximumEventAgeInSeconds: 3_600,
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: queue } },
  });

  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove configuration' }).click();
  await expect(shell.flash('Asynchronous invocation is back to the defaults')).toBeVisible();
  await expect(read()).rejects.toThrow();
});
