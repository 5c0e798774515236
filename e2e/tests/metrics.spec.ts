import { InvokeCommand } from '@aws-sdk/client-lambda';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('draws what a function did, and says it in a table and under the cursor', async ({
  aws,
  functionPage,
  page,
}) => {
  await using fn = await createFunction(aws);
  for (let count = 0; count < 3; count += 1) {
    await aws.lambda.send(new InvokeCommand({ FunctionName: fn.name, Payload: '{}' }));
  }
  await functionPage.goto(fn.name, 'monitor');
  await page
    .getByRole('navigation', { name: 'Monitor views' })
    .getByRole('link', { name: 'Metrics' })
    .click();
  const chart = page
    .getByRole('figure')
    .filter({ has: page.getByRole('heading', { name: 'Invocations', exact: true }) });
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(chart.getByRole('listitem')).toContainText('3', { timeout: 1_000 });
  }).toPass();
  await page.getByRole('radio', { name: '1h' }).check();
  await expect(page).toHaveURL(/range=1h/);
  await chart.getByText('Show as table').click();
  await expect(chart.getByRole('row').last().getByRole('cell').last()).toHaveText(/^[123]$/);

  const graph = chart.getByRole('group', { name: /^Invocations, graph/ });
  await graph.focus();
  await page.keyboard.press('Home');
  await expect(chart.getByRole('listitem')).toContainText('–');
  await page.keyboard.press('Escape');
  await expect(chart.getByRole('listitem')).toContainText('3');
});
