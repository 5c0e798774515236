import {
  AddPermissionCommand,
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  GetAccountSettingsCommand,
  GetEventSourceMappingCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { routes } from '../../lib/routes.ts';
import { createFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('lists mappings of all functions, pauses one and tags it', async ({
  aws,
  functionPage,
  page,
  place,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const queue = uniqueName('orders');
  await aws.sqs.send(new CreateQueueCommand({ QueueName: queue }));
  const { UUID = '' } = await aws.lambda.send(
    new CreateEventSourceMappingCommand({
      FunctionName: fn.name,
      EventSourceArn: `arn:aws:sqs:us-east-1:000000000000:${queue}`,
    }),
  );
  await page.goto(`${routes.mappings(place)}?find=${queue}`);
  const row = page.getByRole('row', { name: new RegExp(queue) });
  await expect(row).toContainText('Enabled');
  await expect(row).toContainText(fn.name);
  await row.getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Disable' }).click();
  await expect(row).toContainText('Disabled');
  const { State } = await aws.lambda.send(new GetEventSourceMappingCommand({ UUID }));
  expect(State).toBe('Disabled');

  await row.getByRole('link', { name: queue }).click();
  await expect(functionPage.value('Batch size')).toContainText('10');
  // The embedded endpoint keeps no tags of mappings: that is said, and the form is off.
  await expect(page.getByText('This endpoint does not keep tags of mappings.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Manage tags' })).toHaveAttribute('aria-disabled', 'true');

  await page.goto(`${routes.mappings(place)}?find=nothing-like-this`);
  await expect(page.getByText('No mapping matches')).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(row).toBeVisible();
  await row.getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(row).toHaveCount(0);
  await expect(shell.notifications).toBeVisible();
  await expect(aws.lambda.send(new DeleteEventSourceMappingCommand({ UUID }))).rejects.toThrow();
});

test('shows the figures of the account', async ({ aws, functionPage, page, place }) => {
  await using fn = await createFunction(aws);
  await page.goto(routes.dashboard(place));
  const { AccountUsage, AccountLimit } = await aws.lambda.send(new GetAccountSettingsCommand({}));
  await expect(functionPage.value('Lambda functions')).toContainText(String(AccountUsage?.FunctionCount));
  await expect(functionPage.value('Full account concurrency')).toContainText(
    (AccountLimit?.ConcurrentExecutions ?? 0).toLocaleString('en-US'),
  );
  await page.getByRole('link', { name: 'Create function' }).click();
  await expect(page).toHaveURL(/functions\/create$/);
  expect(fn.name).toBeTruthy();
});

test('sets a dead-letter queue, and sees what somebody else set', async ({
  aws,
  functionPage,
  page,
  place,
}) => {
  await using fn = await createFunction(aws);
  const { edit } = functionPage;
  const queue = 'arn:aws:sqs:us-east-1:000000000000:failed-orders';
  const read = async () =>
    (await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: fn.name }))).DeadLetterConfig
      ?.TargetArn;
  await page.goto(routes.deadLetter(place, fn.name));
  const paste = page.getByRole('button', { name: 'Paste an ARN instead' });
  const field = page.getByRole('textbox', { name: 'Dead-letter queue' });
  await expect(paste.or(field).first()).toBeVisible();
  if (await paste.isVisible()) await paste.click();
  await edit.fill('Dead-letter queue', 'no arn');
  await edit.save();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await edit.fill('Dead-letter queue', queue);
  await expect(edit.review).toContainText('--dead-letter-config');
  await aws.lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: fn.name, Description: 'theirs' }),
  );
  await edit.save();
  await page.getByRole('button', { name: 'Keep mine on top' }).click();
  await edit.save();
  await expect(functionPage.value('Dead-letter queue')).toContainText('failed-orders');
  expect(await read()).toBe(queue);
});

test('replaces the policy as a document, says what is wrong with it, and deletes it', async ({
  aws,
  functionPage,
  page,
  place,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const { edit } = functionPage;
  const read = async () =>
    (await aws.lambda.send(new GetPolicyCommand({ FunctionName: fn.name }))).Policy ?? '';
  const arn = `arn:aws:lambda:us-east-1:000000000000:function:${fn.name}`;
  const document = (Sid: string, Action = 'lambda:InvokeFunction') =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Sid, Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action, Resource: arn },
      ],
    });
  await page.goto(routes.editPolicy(place, fn.name));
  await edit.fill('Policy', '{ "Version": ');
  await expect(page.getByText('It is not a JSON document yet.')).toBeVisible();
  await expect(edit.saveButton).toHaveAttribute('aria-disabled', 'true');
  await edit.fill('Policy', document('mine', 's3:GetObject'));
  await edit.save();
  await expect(edit.review.getByRole('alert')).toBeVisible();
  await edit.fill('Policy', document('mine'));
  await expect(edit.review).toContainText('put-resource-policy');
  await edit.save();
  await expect(page.getByRole('row', { name: /mine/ })).toBeVisible();
  expect(await read()).toContain('s3.amazonaws.com');

  await page.goto(routes.editPolicy(place, fn.name));
  await edit.fill('Policy', document('later'));
  await aws.lambda.send(
    new AddPermissionCommand({
      FunctionName: fn.name,
      StatementId: 'theirs',
      Action: 'lambda:InvokeFunction',
      Principal: 'sns.amazonaws.com',
    }),
  );
  await edit.save();
  await expect(page.getByRole('button', { name: 'Keep mine on top' })).toBeVisible();
  expect(await read()).toContain('theirs');

  await functionPage.gotoSection(fn.name, 'permissions');
  await page.getByRole('button', { name: 'Delete policy' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete policy' }).click();
  await expect(shell.flash('Resource-based policy deleted')).toBeVisible();
  await expect(read()).rejects.toThrow();
});
