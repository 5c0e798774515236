import { routes } from '../../lib/routes.ts';
import { signInRoutes } from '../../lib/sign-in-routes.ts';
import { getStage } from '../fixtures/stage.ts';
import { expect, test } from '../fixtures/test.ts';
import { signIn } from '../pages/sign-in.ts';
import { expectAccessible } from './accessible.ts';

test.use({ baseURL: async ({}, use) => use(getStage().guardedConsoleUrl) });

test('sign-in, users and their dialogs', async ({ page }) => {
  await page.goto(signInRoutes.problem('no-role'));
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'sign-in after a refusal');
  await signIn(page, 'admin', getStage().adminPassword ?? '');
  await expect(page).toHaveURL(({ pathname }) => pathname === routes.settings());
  const open = async (what: string, opener: string, item?: string) =>
    test.step(what, async () => {
      await page.getByRole('button', { name: opener }).click();
      if (item !== undefined) await page.getByRole('menuitem', { name: item }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, what);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });
  await expectAccessible(page, 'settings');
  await open('own password', 'Change password');
  await page.goto(routes.users());
  await expect(page.getByRole('row', { name: /^admin/ })).toBeVisible();
  await expectAccessible(page, 'users');
  await open('create user', 'Create user');
  for (const item of ['Change role', 'Reset password', 'Disable user', 'Delete user']) {
    await open(item, 'Actions for admin', item);
  }
});
