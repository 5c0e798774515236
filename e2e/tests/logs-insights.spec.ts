import {
  DeleteQueryDefinitionCommand,
  DescribeQueriesCommand,
  DescribeQueryDefinitionsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { readFile } from 'node:fs/promises';
import { createFunction, uniqueName, type Aws } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const files = {
  'index.mjs':
    'export const handler = async (event) => console.log(JSON.stringify({ order: event.order, ok: true }));\n',
};

async function invoke(aws: Aws, name: string, orders: readonly string[]): Promise<void> {
  for (const order of orders) {
    await aws.lambda.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ order }) }));
  }
}

test('asks a log, opens a record, draws a graph and hands out a file', async ({
  aws,
  functionPage,
  page,
}) => {
  await using fn = await createFunction(aws, { files });
  await invoke(aws, fn.name, ['a-1', 'a-2', 'b-1']);
  await functionPage.goto(fn.name, 'monitor');
  await page
    .getByRole('navigation', { name: 'Monitor views' })
    .getByRole('link', { name: 'Logs Insights', exact: true })
    .click();

  const query = page.getByRole('textbox', { name: 'Query' });
  await query.fill('fields order\n| filter order like /^a/\n| sort order desc');
  await query.press('Control+Enter');
  const results = page.getByRole('region', { name: 'Query results' });
  await expect(results.getByRole('row')).toHaveText(['Detailsorder', 'a-2', 'a-1']);
  await expect(results).toContainText(/2 of \d+ records matched/);
  await expect(page).toHaveURL(/range=1h/);

  await results.getByRole('button', { name: 'Show record 1', exact: true }).click();
  const record = results.getByRole('group', { name: 'All fields of record 1' });
  await expect(record).toContainText('@requestId');
  await expect(record.getByRole('link', { name: 'Open its log stream' })).toHaveAttribute('href', /stream=/);

  const download = page.waitForEvent('download');
  await results.getByRole('button', { name: 'Export CSV' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('order\r\na-2\r\na-1\r\n');

  // The address is the query: it can be given to somebody, who runs it.
  await page.reload();
  await expect(query).toHaveValue(/\| filter order like/);

  await page.getByRole('button', { name: 'Sample queries' }).click();
  await page.getByRole('menuitem', { name: 'Cold starts over time' }).click();
  await page.getByRole('button', { name: 'Run query' }).click();
  await expect(page.getByRole('region', { name: 'Graph over time' })).toContainText('coldStarts, highest 1');

  const { queries = [] } = await aws.logs.send(
    new DescribeQueriesCommand({ logGroupName: `/aws/lambda/${fn.name}`, status: 'Complete' }),
  );
  expect(queries.map(({ queryString }) => queryString)).toContain(
    'fields order\n| filter order like /^a/\n| sort order desc',
  );
});

test('says where a query cannot be read, and what a function that never ran lacks', async ({
  aws,
  functionPage,
  page,
}) => {
  await using fn = await createFunction(aws, { files });
  await functionPage.goto(fn.name, 'monitor');
  await page.getByRole('link', { name: 'Logs Insights', exact: true }).click();
  const query = page.getByRole('textbox', { name: 'Query' });
  await query.fill('fields @message | sorty x');
  await page.getByRole('button', { name: 'Run query' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be run' })).toContainText(
    'unexpected symbol found sorty at line 1 and position 18',
  );
  await query.fill('limit 1');
  await page.getByRole('button', { name: 'Run query' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be run' })).toContainText(
    'The specified log group does not exist.',
  );
});

test('keeps a query for later, and deletes it', async ({ aws, functionPage, page }) => {
  await using fn = await createFunction(aws, { files });
  const name = uniqueName('query');
  const find = async () => {
    const command = new DescribeQueryDefinitionsCommand({ queryDefinitionNamePrefix: name });
    return (await aws.logs.send(command)).queryDefinitions ?? [];
  };
  await functionPage.goto(fn.name, 'monitor');
  await page.getByRole('link', { name: 'Logs Insights', exact: true }).click();
  const query = page.getByRole('textbox', { name: 'Query', exact: true });
  await query.fill('stats count(*)');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save query' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('A saved query needs a name.');
  await dialog.getByRole('textbox', { name: 'Query name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const [saved] = await find();
  expect(saved?.queryString).toBe('stats count(*)');

  await query.fill('limit 1');
  await page.getByRole('button', { name: 'Saved queries' }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(query).toHaveValue('stats count(*)');
  await page.getByRole('button', { name: 'Delete saved query' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete saved query' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await find()).toEqual([]);
  // Deleted elsewhere meanwhile: the same refusal as of any other client.
  const again = aws.logs.send(
    new DeleteQueryDefinitionCommand({ queryDefinitionId: saved?.queryDefinitionId }),
  );
  await expect(again).rejects.toThrow('does not exist');
});

test('lists invocations below the streams, the most expensive with what they cost', async ({
  aws,
  functionPage,
  page,
}) => {
  await using fn = await createFunction(aws, { files });
  await invoke(aws, fn.name, ['a', 'b']);
  await functionPage.goto(fn.name, 'monitor');
  const recent = page.getByRole('region', { name: 'Recent invocations' });
  await expect(recent.getByRole('row')).toHaveCount(3);
  const expensive = page.getByRole('region', { name: /^Most expensive invocations/ });
  await expect(expensive.getByRole('row').nth(1).getByRole('cell').last()).toHaveText(/^0\.\d{4}$/);
  await recent.getByRole('row').nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/stream=/);
});
