import { routes } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('Back and shortcuts ask before they lose unsaved changes', async ({ aws, place, page }) => {
  await using fn = await createFunction(aws);
  const shown = routes.configuration(place, fn.name, 'general');
  await page.goto(shown);
  await page
    .getByRole('button', { name: 'Edit' })
    .or(page.getByRole('link', { name: 'Edit' }))
    .first()
    .click();
  const field = page.getByRole('textbox', { name: 'Description' });
  await field.fill('not saved');
  const question = page.getByRole('dialog');

  await page.evaluate(() => history.back());
  await expect(question).toContainText('not saved');
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(field).toHaveValue('not saved');

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(question).toContainText('not saved');
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(({ pathname }) => pathname === routes.functions(place));
});
