import {
  DeleteEventSourceMappingCommand,
  GetPolicyCommand,
  ListEventSourceMappingsCommand,
} from '@aws-sdk/client-lambda';
import { CreateQueueCommand, GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { createFunction, uniqueName, type Aws } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

async function createQueue(aws: Aws): Promise<{ name: string; arn: string }> {
  const name = uniqueName('orders');
  const { QueueUrl } = await aws.sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await aws.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  return { name, arn: Attributes?.QueueArn ?? '' };
}

test('connects a queue, changes, pauses and deletes the mapping', async ({
  aws,
  functionPage,
  page,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const queue = await createQueue(aws);
  const mapping = async () => {
    const output = await aws.lambda.send(new ListEventSourceMappingsCommand({ FunctionName: fn.name }));
    return output.EventSourceMappings?.[0];
  };
  await functionPage.gotoSection(fn.name, 'triggers');
  await expect(page.getByText('Nothing invokes this function by itself.')).toBeVisible();
  await page.getByRole('link', { name: 'Add trigger' }).last().click();
  await page.getByRole('combobox', { name: 'SQS queue' }).fill(queue.name);
  await page.getByRole('option', { name: queue.name }).click();
  await functionPage.edit.fill('Batch size', '20000');
  await functionPage.edit.save();
  await expect(page.getByRole('spinbutton', { name: 'Batch size' })).toHaveAttribute('aria-invalid', 'true');
  await functionPage.edit.fill('Batch size', '5');
  await functionPage.edit.fill('Maximum concurrency', '7');
  await functionPage.edit.fill('Filter criteria', '{"body":{"kind":["order"]}}');
  await expect(functionPage.edit.review).toContainText('create-event-source-mapping');
  await functionPage.edit.save();
  await expect(shell.flash(`Added a trigger to ${fn.name}`)).toBeVisible();
  const row = page.getByRole('row', { name: new RegExp(queue.name) });
  await expect(row).toContainText('Batch size: 5');
  expect(await mapping()).toMatchObject({
    EventSourceArn: queue.arn,
    BatchSize: 5,
    ScalingConfig: { MaximumConcurrency: 7 },
    FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] },
  });

  const acts = row.getByRole('button', { name: `Actions for ${queue.name}` });
  await acts.click();
  await page.getByRole('menuitem', { name: 'Edit trigger' }).click();
  await functionPage.edit.fill('Maximum concurrency', '');
  await functionPage.edit.fill('Batch size', '8');
  await functionPage.edit.save();
  await expect(row).toContainText('Batch size: 8');
  expect((await mapping())?.ScalingConfig?.MaximumConcurrency).toBeUndefined();

  await acts.click();
  await page.getByRole('menuitem', { name: 'Disable' }).click();
  await expect(shell.flash(`Trigger ${queue.name} disabled`)).toBeVisible();
  await expect(row).toContainText(/Disabl/);

  await acts.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete trigger/ })
    .click();
  await expect(shell.flash(`Trigger ${queue.name} deleted`)).toBeVisible();
  await expect(row).toHaveCount(0);
  const left = await mapping();
  if (left) {
    expect(left.State).toBe('Deleting');
    await aws.lambda.send(new DeleteEventSourceMappingCommand({ UUID: left.UUID })).catch(() => undefined);
  }
});

test('puts a function behind an HTTP API, with the permission', async ({
  aws,
  functionPage,
  page,
  shell,
}) => {
  await using fn = await createFunction(aws);
  await functionPage.gotoSection(fn.name, 'triggers');
  await page.getByRole('link', { name: 'Add trigger' }).last().click();
  await page.getByRole('combobox', { name: 'Source' }).fill('API');
  await page.getByRole('option', { name: 'API Gateway' }).click();
  await functionPage.edit.fill('API name', `${fn.name}-shop`);
  await functionPage.edit.save();
  await expect(shell.flash(`Added a trigger to ${fn.name}`)).toBeVisible();
  const { Policy = '{}' } = await aws.lambda.send(new GetPolicyCommand({ FunctionName: fn.name }));
  expect(Policy).toContain('apigateway.amazonaws.com');
  await expect(page.getByRole('row', { name: /API Gateway/ })).toBeVisible();
});
