import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetTraceSummariesCommand } from '@aws-sdk/client-xray';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const files = {
  'index.mjs': `export const handler = async (event) => {
  if (event.fail) throw new TypeError('asked for');
  return 'fine';
};`,
};
const active = { TracingConfig: { Mode: 'Active' } } as const;

test('shows the trace of a run, finds traces by a filter and draws who calls whom', async ({
  aws,
  functionPage,
  page,
}) => {
  await using fn = await createFunction(aws, { files, ...active });

  await test.step('the result of a test leads to its trace', async () => {
    await functionPage.goto(fn.name, 'test');
    await page.getByRole('button', { name: 'Test', exact: true }).first().click();
    await page.getByRole('link', { name: 'View X-Ray trace' }).click();
    await expect(page).toHaveURL(/monitor\/traces\?trace=1-/);
    for (const name of ['AWS::Lambda', 'AWS::Lambda::Function', 'Invocation', 'Overhead'])
      await expect(page.getByRole('rowheader').filter({ hasText: name }).first()).toBeVisible();
  });

  // Not every call of one second is traced; one that says so is.
  const root = `1-${Math.floor(Date.now() / 1000).toString(16)}-${'0'.repeat(11)}${Date.now().toString(16).padStart(13, '0')}`;
  const failing = new InvokeCommand({ FunctionName: fn.name, Payload: '{"fail":true}' });
  failing.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers['x-amzn-trace-id'] = `Root=${root};Sampled=1`;
      return next(args);
    },
    { step: 'build' },
  );
  await aws.lambda.send(failing);

  await test.step('a filter finds the one that failed', async () => {
    await page.getByRole('link', { name: 'All traces' }).click();
    const table = page.getByRole('table', { name: 'Traces' });
    await expect(table.getByRole('row')).toHaveCount(3);
    await page.getByRole('searchbox', { name: 'Filter expression' }).fill('fault');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page).toHaveURL(/filter=fault/);
    await expect(table.getByRole('row')).toHaveCount(2);
    await table.getByRole('link', { name: root }).click();
    await page.getByText('asked for').first().click();
    await expect(page.getByLabel(`Exception of ${fn.name}`)).toContainText('handler (/var/task/index.mjs:2)');
    const found = await aws.xray.send(
      new GetTraceSummariesCommand({
        StartTime: new Date(Date.now() - 600_000),
        EndTime: new Date(Date.now() + 1000),
        FilterExpression: `service("${fn.name}") AND fault`,
      }),
    );
    expect(found.TraceSummaries?.map(({ Id }) => Id)).toEqual([root]);
  });

  await test.step('nothing found and what is no expression are told apart', async () => {
    await page.getByRole('link', { name: 'All traces' }).click();
    await page.getByRole('searchbox', { name: 'Filter expression' }).fill('duration > 3000');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page.getByText('No traces match this filter')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Filter expression' }).fill('speed >');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'The traces could not be read' })).toContainText(
      'speed is no keyword',
    );
  });

  await test.step('the map has the client, both sides of the function, and their calls', async () => {
    await page.getByRole('link', { name: 'Service map' }).click();
    await expect(page).toHaveURL(/view=map/);
    const map = page.getByRole('group', { name: `Service map of ${fn.name}` });
    await expect(map.getByTestId(/^service-/)).toHaveCount(3);
    const row = page
      .getByRole('table', { name: 'Services' })
      .getByRole('row')
      .filter({ hasText: 'AWS::Lambda::Function' });
    await expect(row.getByRole('cell').nth(1)).toHaveText('2');
    await expect(row.getByRole('cell').nth(2)).toHaveText('1');
  });
});

test('says that nothing is traced, and where to turn it on', async ({ aws, functionPage, page }) => {
  await using fn = await createFunction(aws);
  await functionPage.goto(fn.name, 'monitor');
  await page.getByRole('navigation', { name: 'Monitor views' }).getByRole('link', { name: 'Traces' }).click();
  await expect(page.getByText('No traces in this time')).toBeVisible();
  await page.getByRole('link', { name: 'Edit monitoring and operations tools' }).click();
  await expect(page.getByRole('checkbox', { name: 'X-Ray active tracing' })).not.toBeChecked();
});
