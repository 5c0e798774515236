import { DescribeLogGroupsCommand, PutRetentionPolicyCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  AddPermissionCommand,
  CreateFunctionUrlConfigCommand,
  GetFunctionConcurrencyCommand,
  InvokeCommand,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { createFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

test('finds what stands out in a function and leads to the form that mends it', async ({
  aws,
  functionsPage,
  page,
  place,
  shell,
}) => {
  // First by name, so that the first look has it whatever else the endpoint holds.
  await using fn = await createFunction(aws, { FunctionName: uniqueName('0-check-up') });
  const FunctionName = fn.name;
  await aws.lambda.send(new InvokeCommand({ FunctionName }));
  const logGroupName = `/aws/lambda/${fn.name}`;
  await expect
    .poll(async () => {
      const { logGroups } = await aws.logs.send(
        new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }),
      );
      return logGroups?.map((group) => group.logGroupName);
    })
    .toEqual([logGroupName]);
  await aws.lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 'everybody',
      Action: 'lambda:InvokeFunction',
      Principal: '*',
    }),
  );
  const { FunctionUrl = '' } = await aws.lambda.send(
    new CreateFunctionUrlConfigCommand({ FunctionName, AuthType: 'NONE' }),
  );
  await aws.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
  await functionsPage.goto();
  await functionsPage.refresh();

  await shell.navigation.getByRole('link', { name: 'Check-up' }).click();
  const checks = page.getByRole('region', { name: 'Checks' });
  const check = (name: string) => checks.getByRole('row', { name });
  await expect(check('Function URLs')).toContainText('Not looked at');
  await checks.getByRole('button', { name: /^Look at/ }).click();
  await expect(check('Function URLs')).toContainText(/\d+ of \d+ functions/);
  await expect(checks).not.toContainText('Could not look at');

  const finding = (kind: string) =>
    page.getByRole('region', { name: kind }).getByRole('listitem').filter({ hasText: fn.name });
  await expect(finding('Policy open to everybody')).toContainText('everybody: lambda:InvokeFunction');
  await expect(finding('Function URL without sign-in')).toContainText(FunctionUrl);
  await expect(finding('Failed events are lost')).toBeVisible();
  await expect(finding('Logs kept for ever')).toContainText(logGroupName);

  await page.getByRole('combobox', { name: 'Show' }).click();
  await page.getByRole('option', { name: /^Stopped function/ }).click();
  await expect(page.getByRole('region', { name: 'Logs kept for ever' })).toHaveCount(0);
  await finding('Stopped function').getByRole('link', { name: 'Edit concurrency' }).click();
  const edit = new EditPage(page);
  await page.getByRole('radio', { name: /^Use unreserved/ }).check();
  await edit.save();
  await expect
    .poll(async () => aws.lambda.send(new GetFunctionConcurrencyCommand({ FunctionName })))
    .not.toHaveProperty('ReservedConcurrentExecutions');
  await aws.logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 30 }));

  await page.goto(routes.checkUp(place));
  await checks.getByRole('button', { name: /^Look at/ }).click();
  await expect(finding('Policy open to everybody')).toBeVisible();
  await expect(finding('Stopped function')).toHaveCount(0);
  await expect(finding('Logs kept for ever')).toHaveCount(0);
});
