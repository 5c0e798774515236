import { createFunction, deleteFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('the skip link leads past the navigation', async ({ functionsPage, page }) => {
  await functionsPage.goto();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await skip.press('Enter');
  await expect(page).toHaveURL(/#/);
});

test('the palette opens a function by name, and Escape gives the focus back', async ({
  aws,
  functionPage,
  functionsPage,
  page,
  shell,
}) => {
  await using fn = await createFunction(aws);
  await functionsPage.goto();
  const palette = await shell.openPalette();
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await shell.openPalette();
  await page.keyboard.type(fn.name);
  await expect(palette.getByRole('option', { name: fn.name })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(functionPage.heading(fn.name)).toBeVisible();
});

test('digits open the tabs of a function', async ({ aws, functionPage, page, shell }) => {
  await using fn = await createFunction(aws);
  await functionPage.goto(fn.name, 'configuration');
  await shell.pressUntil('2', () => expect(page).toHaveURL(/\/test$/, { timeout: 1000 }));
});

test('a function is created and deleted without a pointer', async ({
  aws,
  createFunctionPage,
  functionPage,
  functionsPage,
  page,
}) => {
  const name = uniqueName('keys');
  await createFunctionPage.goto();
  await createFunctionPage.nameField.focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(functionPage.heading(name)).toBeVisible();

  await page.getByRole('button', { name: 'Actions', exact: true }).focus();
  await page.keyboard.press('Enter');
  const remove = page.getByRole('menuitem', { name: 'Delete function' });
  await expect(remove).toBeVisible();
  for (let presses = 0; presses < 5; presses += 1) {
    if (await remove.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('confirm');
  await page.keyboard.press('Enter');
  await expect(functionsPage.heading).toBeVisible();
  await expect(functionsPage.row(name)).toHaveCount(0);
  await deleteFunction(aws, name);
});
