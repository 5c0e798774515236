import {
  GetFunctionConfigurationCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
} from '@aws-sdk/client-lambda';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';
import { routes } from '../../lib/routes.ts';

test('tunes memory by temporary versions, applies a size, and takes it back from the history', async ({
  aws,
  page,
  place,
  shell,
}) => {
  await using fn = await createFunction(aws);
  const FunctionName = fn.name;
  await aws.lambda.send(new PublishVersionCommand({ FunctionName }));
  const edit = new EditPage(page);
  const memory = async () =>
    (await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))).MemorySize;
  const versions = async () =>
    (await aws.lambda.send(new ListVersionsByFunctionCommand({ FunctionName }))).Versions?.map(
      ({ Version }) => Version,
    );

  /** Fills the plan until the page, once it listens, says so at its button. */
  const plan = async (sizes: string, button: string) =>
    expect(async () => {
      await edit.field('Memory sizes (MB)').fill(sizes);
      await edit.field('Runs of each size').fill('2');
      await expect(page.getByRole('button', { name: button })).toBeVisible({ timeout: 1_000 });
    }).toPass();

  await test.step('put back what was changed until a size was refused', async () => {
    await page.goto(routes.memoryTuning(place, fn.name));
    await plan('128, 256, 99999', 'Run 6 times');
    await page.getByRole('button', { name: 'Run 6 times' }).click();
    await expect(page.getByRole('main')).toContainText('The tuning did not end', { timeout: 60_000 });
    expect(await memory()).toBe(128);
    // Version 1 is what $LATEST was already: it stands for 128 MB, and stays.
    expect(await versions()).toEqual(['$LATEST', '1']);
  });

  await test.step('run at two sizes; the function is as it was afterwards', async () => {
    await plan('256, 512', 'Run 4 times');
    await page.getByRole('button', { name: 'Run 4 times' }).click();
    await expect(page.getByText('Done. The function is as it was: 128 MB.')).toBeVisible({ timeout: 60_000 });
    const table = page.getByRole('table', { name: 'Results' });
    await expect(table.getByRole('rowheader', { name: '256 MB' })).toBeVisible();
    await expect(table.getByRole('rowheader', { name: '512 MB' })).toBeVisible();
    expect(await memory()).toBe(128);
    expect(await versions()).toEqual(['$LATEST', '1']);
  });

  await test.step('apply a size by the edit page', async () => {
    await page
      .getByRole('link', { name: /^Use \d+ MB/ })
      .first()
      .click();
    await expect(edit.review).toContainText(/128 MB/);
    await edit.save();
    await expect(shell.flash(`Updated the function ${fn.name}`)).toBeVisible();
    expect([256, 512]).toContain(await memory());
  });

  await test.step('take it back', async () => {
    await page.goto(routes.configuration(place, fn.name, 'history'));
    const change = page.getByRole('row', { name: /^Memory \(MB\) 128 (256|512)/ });
    await change.getByRole('link', { name: /Restore this value/ }).click();
    // A page that does not listen yet would lose the press on Save.
    await expect(async () => {
      await edit.field('Description').fill('As before');
      await expect(edit.review).toContainText('As before', { timeout: 1_000 });
    }).toPass();
    await expect(edit.review).toContainText('128 MB');
    await edit.save();
    await expect(shell.flash(`Updated the function ${fn.name}`)).toBeVisible();
    expect(await memory()).toBe(128);
  });
});
