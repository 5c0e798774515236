import { GetFunctionConfigurationCommand, GetFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { createFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('sends failures to a queue and dead letters to another, and removes both', async ({
  aws,
  functionPage,
  page,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const failed = uniqueName('failed');
  await aws.sqs.send(new CreateQueueCommand({ QueueName: failed }));
  const dead = `arn:aws:sqs:us-east-1:000000000000:${failed}`;
  await functionPage.gotoSection(fn.name, 'destinations');
  await page.getByRole('link', { name: 'Add destination' }).last().click();
  await page.getByRole('combobox', { name: 'Destination' }).fill(failed);
  await page.getByRole('option', { name: failed }).click();
  await expect(functionPage.edit.review).toContainText('sqs:SendMessage');
  await functionPage.edit.save();
  await expect(shell.flash(`Updated the destinations of ${fn.name}`)).toBeVisible();
  const row = page.getByRole('row', { name: /Asynchronous invocation/ });
  await expect(row).toContainText('On failure');
  const config = () => aws.lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: fn.name }));
  expect((await config()).DestinationConfig?.OnFailure).toEqual({ Destination: dead });

  await page.getByRole('link', { name: 'Add destination' }).last().click();
  await page.getByRole('radio', { name: 'Dead-letter queue' }).check();
  await page.getByRole('button', { name: 'Paste an ARN instead' }).click();
  await page.getByRole('textbox', { name: 'Destination' }).fill(dead);
  await functionPage.edit.save();
  const letters = page.getByRole('row', { name: /Dead-letter queue/ });
  await expect(letters).toContainText(failed);
  const { DeadLetterConfig } = await aws.lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: fn.name }),
  );
  expect(DeadLetterConfig).toEqual({ TargetArn: dead });

  await letters.getByRole('button', { name: 'Remove' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove destination/ })
    .click();
  // While the dialog is open the table behind it is hidden from roles: what is said comes after.
  await expect(shell.flash(`Destination ${failed} removed`)).toBeVisible();
  await expect(letters).toHaveCount(0);
  await row.getByRole('button', { name: 'Remove' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove destination/ })
    .click();
  await expect(page.getByText('Results of asynchronous invocations go nowhere but the log.')).toBeVisible();
  expect((await config()).DestinationConfig?.OnFailure ?? {}).toEqual({});
});
