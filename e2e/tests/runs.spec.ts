import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

/** Streams its first words at once, and the rest when it was told to go on. */
const streaming = `
export const handler = awslambda.streamifyResponse(async (event, stream) => {
  stream.write('First words for ' + event.name + '. ');
  await new Promise((resolve) => setTimeout(resolve, event.waitMs ?? 0));
  stream.write('Last words.');
  stream.end();
});
`;

test('shows a response as it arrives, keeps runs, repeats and compares them', async ({
  aws,
  functionPage,
  page,
}) => {
  await using fn = await createFunction(aws, { files: { 'index.mjs': streaming }, Timeout: 120 });
  const bench = functionPage.test;
  const history = page.getByRole('region', { name: 'Run history' });
  const rows = history.getByRole('listitem');

  await test.step('stream, and stop waiting in the middle', async () => {
    await functionPage.goto(fn.name, 'test');
    await page.getByRole('radio', { name: 'Streamed' }).check();
    await bench.fillEvent('{"name": "nobody", "waitMs": 100000}');
    await bench.testButton.click();
    const running = page.getByRole('region', { name: 'Running the function' });
    await expect(running).toContainText('First words for nobody.');
    await expect(running).not.toContainText('Last words');
    await running.getByRole('button', { name: 'Cancel' }).click();
    await expect(bench.result).toContainText('Waiting was cancelled');
  });

  await test.step('stream to the end, twice', async () => {
    for (const name of ['Ada', 'Grace']) {
      await bench.fillEvent(JSON.stringify({ name }));
      await bench.testButton.click();
      await expect(bench.result).toContainText(`First words for ${name}. Last words.`);
    }
  });

  await test.step('compare the two after a reload', async () => {
    await page.reload();
    await expect(rows).toHaveCount(3);
    await rows.nth(0).getByRole('checkbox').check();
    await rows.nth(1).getByRole('checkbox').check();
    await history.getByRole('button', { name: 'Compare' }).click();
    const comparison = page.getByRole('region', { name: 'Comparison of two runs' });
    await expect(comparison.getByRole('status')).toHaveText('Differs');
    await expect(comparison.getByTestId('code-diff')).toContainText('Grace');
    await comparison.getByRole('button', { name: 'Back to the event' }).click();
  });

  await test.step('bring one back and run it again', async () => {
    await rows.nth(1).getByRole('button').click();
    await expect(bench.result).toContainText('First words for Ada.');
    await expect(page.getByRole('radio', { name: 'Streamed' })).toBeChecked();
    await bench.result.getByRole('button', { name: 'Run again' }).click();
    await expect(rows).toHaveCount(4);
    await expect(bench.result).toContainText('First words for Ada. Last words.');
  });

  await test.step('forget them', async () => {
    await history.getByRole('button', { name: 'Clear' }).click();
    await expect(rows).toHaveCount(0);
    await page.reload();
    await expect(history).toContainText('Runs you make appear here.');
  });
});
