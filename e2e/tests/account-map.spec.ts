import { CreateEventSourceMappingCommand, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { routes } from '../../lib/routes.ts';
import { createFunction, region, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const queueArn = (name: string) => `arn:aws:sqs:${region}:000000000000:${name}`;

test('shows what functions are tied to, as graph and as list', async ({
  aws,
  functionPage,
  functionsPage,
  page,
  place,
}) => {
  const stem = uniqueName('map').replaceAll('-', '');
  await using fn = await createFunction(aws, { FunctionName: `${stem}-checkout`, Tags: { team: stem } });
  await using lonely = await createFunction(aws, { FunctionName: `${stem}-lonely` });
  const names = [`${stem}-in`, `${stem}-lost`] as const;
  const urls: string[] = [];
  for (const QueueName of names) {
    urls.push((await aws.sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl ?? '');
  }
  const account = new URL(urls[0] ?? '').pathname.split('/')[1] ?? '';
  const arnOf = (name: string) => queueArn(name).replace('000000000000', account);
  await aws.lambda.send(
    new CreateEventSourceMappingCommand({ FunctionName: fn.name, EventSourceArn: arnOf(names[0]) }),
  );
  await aws.lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: fn.name,
      DestinationConfig: { OnFailure: { Destination: arnOf(names[1]) } },
    }),
  );
  // The map reads the list that the functions page keeps.
  await functionsPage.goto();
  await functionsPage.refresh();

  await page.goto(routes.accountMap(place));
  await page.getByRole('searchbox', { name: 'Find by name, service or group' }).fill(stem);
  const node = page.getByTestId(`map-${fn.name}`);
  await expect(node).toBeVisible();
  await expect(page.getByTestId(`map-${names[0]}`)).toContainText('SQS');
  await expect(page.getByTestId(`map-${lonely.name}`)).toBeVisible();

  await node.click();
  const facts = page.getByRole('region', { name: fn.name });
  await expect(facts).toContainText(names[0]);
  await expect(facts).toContainText('On failure');
  await facts.getByRole('button', { name: 'Isolate path' }).click();
  await expect(page.getByTestId(`map-${lonely.name}`)).toHaveCount(0);
  await expect(page.getByTestId(`map-${names[1]}`)).toBeVisible();

  await page.getByRole('radio', { name: 'List' }).check();
  const row = page.getByRole('row', { name: new RegExp(fn.name) });
  await expect(row).toContainText(`${names[0]} (SQS)`);
  await expect(row).toContainText(`${names[1]} (SQS)`);
  await row.getByRole('link', { name: fn.name }).click();
  await expect(functionPage.heading(fn.name)).toBeVisible();
});
